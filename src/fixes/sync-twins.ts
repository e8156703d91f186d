/** `fs.writeFile(path, data, callback)` as `fs.writeFileSync(path, data)`, which is over when it returns. */
import type { CallValue } from '../facts/module-facts.js';
import { callSite, isOwnStatement } from './site.js';
import { type Edits, replace, type Source, textOf } from './source.js';

/** Of what is the statement, so that nobody waits for it: called on `fs` or on its promises. */
export function asSync(source: Source, call: CallValue): Edits {
  const { callee, args } = call;
  const site = callSite(source, call.span);
  if (!site || !isOwnStatement(source, site) || callee.kind !== 'member' || callee.name === undefined) return undefined;
  const object = textOf(source, callee.object.span).replace(/\.promises$/u, '');
  if (!/^[\w$]+$/u.test(object)) return undefined;
  const last = args.at(-1);
  const kept = last?.kind === 'function' ? args.slice(0, -1) : args;
  const given = kept.map(({ span }) => textOf(source, span)).join(', ');
  return [replace(call.span, `${object}.${callee.name}Sync(${given})`)];
}
