/** Gives the service that begins in a text its listener for SIGTERM. */
import { addSigtermListener, type SigtermListener } from '../../src/fixes/add-sigterm-listener.js';
import { closerOn, type GracefulClose } from '../../src/fixes/closers.js';
import type { Closer } from '../../src/fixes/closing.js';
import { apply, sourceOf, spanOf } from './applying.js';

interface Request extends Partial<Omit<SigtermListener, 'start' | 'closers'>> {
  readonly start: string;
  readonly path?: string;
  /** How what is live is closed. */
  readonly close?: GracefulClose;
  /** What is closed after it. */
  readonly closers?: readonly Closer[];
}

export function listening(
  before: string,
  { start, path = 'server.js', close = { method: 'close()', style: 'callback' }, closers = [], ...request }: Request,
): string | undefined {
  const source = sourceOf(before, path);
  const service: Omit<SigtermListener, 'start'> = {
    closers: (handle) => [closerOn(`${handle}.`, close), ...closers],
    deadlineSeconds: 10,
    pattern: 'inline',
    ...request,
  };
  return apply(source, addSigtermListener(source, { ...service, start: spanOf(source, start) }));
}
