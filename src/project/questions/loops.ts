import type { LoopStep, Span } from '../../facts/module-facts.js';
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

/** Waits, has no way out, and ends with a call of itself. */
function callsItself(service: Service, fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  const call = fn.function === 0 ? undefined : lastCall(body);
  if (!call || !waits(body.slice(0, -1)) || leaves(fn.module, body.slice(0, -1))) return false;
  const targets = service.link.known(fn.module, call.callee);
  return targets.length === 1 && targets[0]?.id === fn.id;
}
