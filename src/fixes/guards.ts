/** Lets a probe pass a guard. */
import type { GuardedProbe } from '../project/questions/guarded-probes.js';
import { moveBefore } from './move.js';
import { type Edits, replace, type Source, textOf } from './source.js';

/** Takes the guard out of the route's own list, or registers the route before the guard is put up. */
export function passGuard(source: Source, { site, guard }: GuardedProbe): Edits {
  const { args, span } = site.call;
  const own = args.findIndex((value) => textOf(source, value.span).startsWith(guard));
  const next = args[own + 1];
  const value = args[own];
  if (own > 0 && value && next) return [replace([value.span[0], next.span[0]], '')];
  const use = site.module.calls.find(({ call }) => call.callee.kind === 'member' && call.callee.name === 'use' && call.span[1] <= span[0]
    && call.args.some((arg) => textOf(source, arg.span).startsWith(guard)));
  return use && moveBefore(source, span, use.call.span, (step) => step.kind === 'declare' && step.value?.kind === 'function');
}
