/** `fs.writeFile(path, data, callback)` as `fs.writeFileSync(path, data)`, which is over when it returns. */
import type { CallValue } from '../facts/module-facts.js';
import { callSite, isOwnStatement } from './site.js';
import { type Edits, replace, type Source, textOf } from './source.js';

/** Of what is the statement, so that nobody waits for it: called on `fs` with a callback that is written there, or on `fs.promises`. */
export function asSync(source: Source, call: CallValue): Edits {
  const { callee, args } = call;
  const site = callSite(source, call.span);
  if (!site || !isOwnStatement(source, site) || callee.kind !== 'member' || callee.name === undefined) return undefined;
  const [, object, promises] = /^([\w$]+)(\.promises)?$/u.exec(textOf(source, callee.object.span)) ?? [];
  const hasCallback = args.at(-1)?.kind === 'function';
  if (object === undefined || (promises === undefined) !== hasCallback) return undefined;
  const given = (hasCallback ? args.slice(0, -1) : args).map(({ span }) => textOf(source, span)).join(', ');
  return [replace(call.span, `${object}.${callee.name}Sync(${given})`)];
}
