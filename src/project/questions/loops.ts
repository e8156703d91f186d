import type { LoopStep, Span, Step, Value } from '../../facts/module-facts.js';
import { stepParts, walkSteps } from '../../facts/walk.js';
import type { Module } from '../module.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';

export interface EndlessLoop {
  readonly module: Module;
  readonly fn: FunctionThing;
  /** The head: from the keyword to the body. */
  readonly span: Span;
}

/** Loops of a service that nothing can end: no flag, no signal, no break. */
export function endlessLoops(service: Service): readonly EndlessLoop[] {
  return service.modules.flatMap((module) => {
    const processes = service.processesLoading(module);
    if (processes.length === 0) return [];
    return module.facts.functions.flatMap((fact) => {
      const fn = functionThing(module, fact.id);
      if (fact.generator || !processes.some((process) => process.possible.has(fn.id))) return [];
      return loopsIn(fact.body).filter(isEndless).map((loop) => ({ module, fn, span: headOf(loop) }));
    });
  });
}

function headOf(loop: LoopStep): Span {
  const first = loop.body[0]?.span[0] ?? loop.span[1];
  return [loop.span[0], Math.min(first, loop.span[1])];
}

function loopsIn(steps: readonly Step[]): readonly LoopStep[] {
  return steps.flatMap((step) => {
    const inner = stepParts(step).bodies.flatMap(loopsIn);
    return step.kind === 'loop' ? [step, ...inner] : inner;
  });
}

/** Always goes on, waits in between, and has no way out. */
function isEndless(loop: LoopStep): boolean {
  if (loop.variant === 'of' || loop.variant === 'in' || loop.variant === 'await-of') return false;
  const isAlways = !loop.test || (loop.test.kind === 'literal' && Boolean(loop.test.value));
  return isAlways && waits(loop.body) && !leaves(loop.body);
}

function waits(body: readonly Step[]): boolean {
  let found = false;
  walkSteps(body, (value: Value) => { found ||= value.kind === 'await'; });
  return found;
}

/** A `return`, a `throw` outside of a `try`, or a `break` of this loop. */
function leaves(steps: readonly Step[], isCaught = false, isInner = false): boolean {
  return steps.some((step) => {
    if (step.kind === 'return') return true;
    if (step.kind === 'throw') return !isCaught;
    if (step.kind === 'break') return !isInner || step.label !== undefined;
    if (step.kind === 'attempt') return leaves(step.body, isCaught || step.handler !== undefined, isInner) || leaves(step.handler ?? [], isCaught, isInner) || leaves(step.finalizer ?? [], isCaught, isInner);
    const deeper = isInner || step.kind === 'loop' || step.kind === 'switch';
    return callsExit(step) || stepParts(step).bodies.some((body) => leaves(body, isCaught, deeper));
  });
}

function callsExit(step: Step): boolean {
  let found = false;
  for (const value of stepParts(step).values) found ||= value.kind === 'call' && value.callee.kind === 'member' && value.callee.name === 'exit';
  return found;
}
