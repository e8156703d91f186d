/** Gives the service that begins in a text its listener for SIGTERM. */
import { addSigtermListener, type SigtermListener } from '../../src/fixes/add-sigterm-listener.js';
import { apply, sourceOf, spanOf } from './applying.js';

type Request = Partial<Omit<SigtermListener, 'start'>> & { readonly start: string; readonly path?: string };

export function listening(before: string, { start, path = 'server.js', ...request }: Request): string | undefined {
  const source = sourceOf(before, path);
  const service: Omit<SigtermListener, 'start'> = {
    close: { method: 'close()', style: 'callback' },
    closers: [],
    deadlineSeconds: 10,
    pattern: 'inline',
    ...request,
  };
  return apply(source, addSigtermListener(source, { ...service, start: spanOf(source, start) }));
}
