import type { CallValue, LoopStep, Span, Value } from '../../facts/module-facts.js';
import { endlessLoopsIn, lastCall, leaves, waits } from '../endless-loops.js';
import type { Module } from '../module.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';

export interface EndlessLoop {
  readonly module: Module;
  readonly fn: FunctionThing;
  /** The head: from the keyword to the body; of a function that calls itself, its own. */
  readonly span: Span;
  /** The function itself goes round: its last step calls it again. */
  readonly isFunction: boolean;
}

/** Loops of a service that nothing can end: no flag, no signal, no break. */
export function endlessLoops(service: Service): readonly EndlessLoop[] {
  return service.modules.flatMap((module) => {
    const processes = service.processesLoading(module);
    if (processes.length === 0) return [];
    return module.facts.functions.flatMap((fact) => {
      const fn = functionThing(module, fact.id);
      if (fact.generator || !processes.some((process) => process.possible.has(fn.id))) return [];
      const loops = endlessLoopsIn(module, fact.body).map((loop) => ({ module, fn, span: headOf(loop), isFunction: false }));
      return callsItself(service, fn)
        ? [...loops, { module, fn, span: [fact.span[0], fact.bodySpan[0]] as const, isFunction: true }]
        : loops;
    });
  });
}

function headOf(loop: LoopStep): Span {
  const first = loop.body[0]?.span[0] ?? loop.span[1];
  return [loop.span[0], Math.min(first, loop.span[1])];
}

/** Waits, has no way out, and ends with a call of itself, there or in what comes when the wait is over. */
function callsItself(service: Service, fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  const call = fn.function === 0 ? undefined : lastCall(body);
  const before = body.slice(0, -1);
  if (!call || leaves(fn.module, before)) return false;
  const { callee, args } = call;
  const isNext = callee.kind === 'member' || callee.kind === 'global' ? NEXT.has(callee.name ?? '') : false;
  if (isItself(service, fn, callee) || (isNext && args[0] && isItself(service, fn, args[0]))) return waits(before);
  // The second handler of `then` is for failures.
  const handlers = callee.kind === 'member' && callee.name === 'then' ? args.slice(0, 1) : args;
  return isWait(service, fn, call) && handlers.some((value) => comesBack(service, fn, value));
}

/** What runs a function once the present one is done. */
const NEXT: ReadonlySet<string> = new Set(['setImmediate', 'nextTick', 'queueMicrotask']);

/** `fetch(url).then(…)`, `queue.receive(…, callback)`. */
function isWait({ link }: Service, { module }: FunctionThing, call: CallValue): boolean {
  if (call.callee.kind === 'member' && /^(?:then|finally)$/u.test(call.callee.name ?? '')) return true;
  return link.called({ module, call }).some((thing) => thing.kind === 'member' && thing.member.io !== undefined);
}

/** The function itself, or one that ends with a call of it whatever happens. */
function comesBack(service: Service, fn: FunctionThing, value: Value): boolean {
  if (value.kind !== 'function') return isItself(service, fn, value);
  const body = fn.module.function(value.function)?.body ?? [];
  const call = lastCall(body);
  return call !== undefined && isItself(service, fn, call.callee) && !leaves(fn.module, body.slice(0, -1));
}

function isItself({ link }: Service, fn: FunctionThing, value: Value): boolean {
  const targets = link.known(fn.module, value);
  return targets.length === 1 && targets[0]?.id === fn.id;
}
