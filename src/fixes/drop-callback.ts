/** Takes the promise of a call that never calls back. */
import type { CallValue, Span } from '../facts/module-facts.js';
import { isExecutor } from './around.js';
import { callSite, siteOf } from './site.js';
import { type Edits, isSame, replace, type Source, textOf } from './source.js';

/** `x.close(done)` as `x.close().then(done)`; `new Promise((resolve) => x.close(resolve))` as `x.close()`. */
export function dropCallback(source: Source, call: Span): Edits {
  const site = callSite(source, call);
  const callback = site?.value.args.at(-1);
  if (!site || !callback) return undefined;
  const wrapper = promiseAround(source, site.function.span, site.function.body.length);
  const bare = withoutLast(source, site.value);
  if (wrapper && site.parents.length === 0) return [replace(wrapper, bare)];
  const name = textOf(source, callback.span);
  if (callback.kind === 'reference') return [replace(call, `${bare}.then(() => ${name}(), ${name})`)];
  const own = callback.kind === 'function' ? source.facts.functions[callback.function] : undefined;
  const then = own?.parameters.length === 0 ? '' : '.then(() => {}, (error) => error)';
  return [replace(call, `${bare}${then}.then(${name})`)];
}

/** The `new Promise(…)` whose function is only this call. */
function promiseAround(source: Source, executor: Span, length: number): Span | undefined {
  const site = siteOf(source, executor);
  return length === 1 && site && isSame(site.value.span, executor) && isExecutor(site) ? site.parents[0]?.span : undefined;
}

function withoutLast(source: Source, { span, callee, args }: CallValue): string {
  const kept = args.slice(0, -1);
  const last = kept.at(-1);
  const open = textOf(source, [callee.span[1], args[0]?.span[0] ?? span[1]]);
  return last ? `${textOf(source, [span[0], last.span[1]])})` : `${textOf(source, [span[0], callee.span[1]])}${open.trimEnd()})`;
}
