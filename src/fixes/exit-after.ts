/** Ends the process once a close is over. */
import type { CallValue, Span } from '../facts/module-facts.js';
import { type AwaitableStyle, hasCallback } from './await-close.js';
import { eventIn, withCallback } from './closing.js';
import { dialectOf } from './dialect.js';
import { callSite } from './site.js';
import { type Edits, insert, replace, type Source, textOf } from './source.js';

/** `server.close(() => process.exit(0))`, `app.close().then(() => process.exit(0))`, `consumer.once('stopped', () => process.exit(0)).stop()`. */
export function exitAfter(source: Source, { call, style }: { readonly call: Span; readonly style: AwaitableStyle }): Edits {
  const site = callSite(source, call);
  if (!site || hasCallback(source, site.value)) return undefined;
  const exit = '() => process.exit(0)';
  const event = eventIn(style);
  if (event !== undefined) return listenFirst(source, site.value, event, exit);
  return style === 'callback' ? [replace(call, withCallback(textOf(source, call), exit))] : [insert(call[1], `.then(${exit})`)];
}

/** `once` gives the emitter again. */
function listenFirst(source: Source, { callee }: CallValue, event: string, listener: string): Edits {
  if (callee.kind !== 'member' || callee.optional) return undefined;
  const { quote } = dialectOf(source);
  return [insert(callee.object.span[1], `.once(${quote}${event}${quote}, ${listener})`)];
}
