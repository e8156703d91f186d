/** Ends keep-alive connections that hold a close open. */
import type { CallValue } from '../facts/module-facts.js';
import { dialectOf } from './dialect.js';
import { callSite } from './site.js';
import { type Edits, type Source, textOf } from './source.js';
import { insertBefore, isBraceless } from './statements.js';

/** Sweeps idle connections while the close waits: one sweep would miss those that are still busy. Measured in docs/the-shutdown-pattern.md. */
export function sweepIdle(source: Source, call: CallValue): Edits {
  const site = callSite(source, call.span);
  const { callee } = call;
  if (!site || callee.kind !== 'member' || isBraceless(source, site) || site.function.id === 0) return undefined;
  if (site.function.bodySpan[0] === site.step.span[0]) return undefined;
  const server = textOf(source, callee.object.span);
  return [insertBefore(source, site, [`setInterval(() => ${server}.closeIdleConnections(), 100).unref()${dialectOf(source).semicolon}`])];
}
