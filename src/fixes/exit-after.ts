/** Ends the process once a close is over. */
import type { Span } from '../facts/module-facts.js';
import { type AwaitableStyle, hasCallback } from './await-close.js';
import { withCallback } from './closing.js';
import { callSite } from './site.js';
import { type Edits, insert, replace, type Source, textOf } from './source.js';

/** `server.close(() => process.exit(0))`, `app.close().then(() => process.exit(0))`. */
export function exitAfter(source: Source, { call, style }: { readonly call: Span; readonly style: AwaitableStyle }): Edits {
  const site = callSite(source, call);
  if (!site || hasCallback(source, site.value)) return undefined;
  const exit = '() => process.exit(0)';
  return style === 'callback' ? [replace(call, withCallback(textOf(source, call), exit))] : [insert(call[1], `.then(${exit})`)];
}
