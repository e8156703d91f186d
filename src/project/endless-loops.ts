import type { LoopStep, Span, Step, Value } from '../facts/module-facts.js';
import type { Module } from './module.js';
import { contains } from '../facts/spans.js';
import { allSteps, stepParts, walkSteps, walkValue } from '../facts/walk.js';

/** Loops in a body that always go on, wait in between, and have no way out. */
export function endlessLoopsIn(module: Module, steps: readonly Step[]): readonly LoopStep[] {
  return allSteps(steps).flatMap((step) => (step.kind === 'loop' && isEndless(module, step) ? [step] : []));
}

/** Loops in a body that wait in between and go on until they are told otherwise: `while (running)`, `while (!this.stopped)`. */
export function toldLoopsIn(module: Module, steps: readonly Step[]): readonly LoopStep[] {
  return allSteps(steps).flatMap((step) => (step.kind === 'loop' && isTold(module, step) ? [step] : []));
}

/** Whether any loop in a body waits in between, and is left some time. */
export function hasToldLoop(steps: readonly Step[]): boolean {
  return allSteps(steps).some((step) => step.kind === 'loop' && step.variant !== 'of' && step.variant !== 'in' && waits(step.body));
}

function isTold(module: Module, loop: LoopStep): boolean {
  if (loop.variant === 'of' || loop.variant === 'in' || loop.variant === 'await-of' || !waits(loop.body)) return false;
  return flagsOf(module, loop).length > 0 || isAborted(loop.test);
}

/** What is written to the flags for which a loop asks, where that is done outside of it alone. */
export function flagsOf(module: Module, { test, span }: LoopStep): readonly Value[] {
  return test ? operandsOf(test).flatMap((flag) => writtenOutside(module, flag, span)) : [];
}

function isAborted(test: Value | undefined): boolean {
  return test !== undefined && operandsOf(test).some((one) => one.kind === 'member' && one.name === 'aborted');
}

function operandsOf(test: Value): readonly Value[] {
  return test.kind === 'operation' && ['!', '&&'].includes(test.operator) ? test.operands.flatMap(operandsOf) : [test];
}

function writtenOutside(module: Module, flag: Value, loop: Span): readonly Value[] {
  const written = writtenTo(module, flag);
  return written.some(isFlag) && !written.some(({ span }) => contains(loop, span)) ? written : [];
}

function writtenTo({ facts }: Module, test: Value): readonly Value[] {
  if (test.kind === 'reference') return facts.bindings[test.binding]?.sources.flatMap(({ value }) => value ?? []) ?? [];
  if (test.kind !== 'member' || test.object.kind !== 'this') return [];
  return facts.memberWrites.flatMap(({ object, name, value }) => (object.kind === 'this' && name === test.name ? [value] : []));
}

function isFlag(value: Value): boolean {
  return value.kind === 'literal' && typeof value.value === 'boolean';
}

function isEndless(module: Module, loop: LoopStep): boolean {
  if (loop.variant === 'of' || loop.variant === 'in' || loop.variant === 'await-of') return false;
  return (!loop.test || isAlwaysTrue(module, loop.test)) && waits(loop.body) && !leaves(module, loop.body);
}

/** A variable that nothing makes false counts as well: `while (running)`. */
function isAlwaysTrue(module: Module, test: Value): boolean {
  if (test.kind === 'literal') return Boolean(test.value);
  const binding = test.kind === 'reference' ? module.facts.bindings[test.binding] : undefined;
  const sources = binding && binding.kind !== 'parameter' ? binding.sources : [];
  return sources.length > 0 && sources.every(({ value }) => value?.kind === 'literal' && Boolean(value.value));
}

export function waits(body: readonly Step[]): boolean {
  let found = false;
  walkSteps(body, (value: Value) => {
    found ||= value.kind === 'await';
  });
  return found;
}

/** A `return`, a `throw` outside of a `try`, or a `break` of this loop. */
export function leaves(module: Module, steps: readonly Step[], isCaught = false, isInner = false): boolean {
  return steps.some((step) => {
    if (step.kind === 'return') return true;
    if (step.kind === 'throw') return !isCaught;
    if (step.kind === 'break') return !isInner || step.label !== undefined;
    if (step.kind === 'attempt') {
      return (
        leaves(module, step.body, isCaught || step.handler !== undefined, isInner) ||
        leaves(module, step.handler ?? [], isCaught, isInner) ||
        leaves(module, step.finalizer ?? [], isCaught, isInner)
      );
    }
    const deeper = isInner || step.kind === 'loop' || step.kind === 'switch';
    const { values, bodies } = stepParts(step);
    return values.some((value) => endsHere(module, value, isCaught)) || bodies.some((body) => leaves(module, body, isCaught, deeper));
  });
}

/** `process.exit()`, `signal.throwIfAborted()`, or a wait that an abort signal ends with an error. */
function endsHere(module: Module, value: Value, isCaught: boolean): boolean {
  let found = false;
  walkValue(value, (inner) => {
    const call = inner.kind === 'await' ? inner.value : inner;
    if (call.kind !== 'call') return;
    const name = call.callee.kind === 'member' ? call.callee.name : undefined;
    found ||=
      name === 'exit' ||
      (!isCaught && (name === 'throwIfAborted' || (inner.kind === 'await' && call.args.some((arg) => isAbortable(module, arg)))));
  });
  return found;
}

/** Options with a signal that is none of this one wait's own. */
function isAbortable(module: Module, options: Value): boolean {
  if (options.kind !== 'object') return false;
  return options.properties.some(({ name, value }) => name === 'signal' && !isTimeout(module, value));
}

function isTimeout(module: Module, value: Value): boolean {
  if (value.kind === 'call') return value.callee.kind === 'member' && value.callee.name === 'timeout';
  const sources = value.kind === 'reference' ? (module.facts.bindings[value.binding]?.sources ?? []) : [];
  return (
    sources.length > 0 &&
    sources.every((source) => source.value !== undefined && source.value.kind === 'call' && isTimeout(module, source.value))
  );
}

/** The last thing that the body does, whatever happens: a call that is returned, waited for or left alone. */
export function lastCall(body: readonly Step[]): Extract<Value, { kind: 'call' }> | undefined {
  const last = body.at(-1);
  if (last?.kind !== 'return' && last?.kind !== 'evaluate') return undefined;
  let value = last.value;
  while (value?.kind === 'await' || (value?.kind === 'operation' && value.operator === 'void'))
    value = value.kind === 'await' ? value.value : value.operands[0];
  return value?.kind === 'call' ? value : undefined;
}
