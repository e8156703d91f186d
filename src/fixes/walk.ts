/** Parts of values and steps, in source order; bodies of functions are not entered. */
import type { Step, Target, Value } from '../facts/module-facts.js';

function present(...values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}

export function partsOf(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'member':
      return present(value.object, value.key);
    case 'call':
      return [value.callee, ...value.args];
    case 'template':
    case 'unknown':
      return value.parts;
    case 'object':
      return value.properties.map((property) => property.value);
    case 'array':
      return value.items;
    case 'spread':
    case 'await':
      return [value.value];
    case 'choice':
      return present(value.test, ...value.options);
    case 'assign':
      return [...targetParts(value.target), value.value];
    case 'operation':
      return value.operands;
    case 'import':
      return present(value.argument);
    default:
      return [];
  }
}

function targetParts(target: Target | undefined): Value[] {
  return target?.kind === 'member' ? present(target.object, target.key) : [];
}

/** What the step itself evaluates. */
export function valuesOf(step: Step): readonly Value[] {
  switch (step.kind) {
    case 'branch':
      return [step.test];
    case 'loop':
      return present(step.test, step.update, step.iterable, ...targetParts(step.target));
    case 'switch':
      return present(step.subject, ...step.cases.map(({ test }) => test));
    case 'declare':
      return [...targetParts(step.target), ...present(step.value)];
    case 'evaluate':
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
      return present(step.value);
    default:
      return [];
  }
}

/** The lists of steps inside a step. */
export function bodiesOf(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'branch':
      return [step.then, step.otherwise];
    case 'loop':
      return [step.init, step.body];
    case 'attempt':
      return [step.body, step.handler ?? [], step.finalizer ?? []];
    case 'switch':
      return step.cases.map(({ body }) => body);
    case 'block':
      return [step.body];
    default:
      return [];
  }
}

export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...bodiesOf(step).flatMap(allSteps)]);
}

export function allValues(steps: readonly Step[]): Value[] {
  return allSteps(steps).flatMap(valuesOf).flatMap(within);
}

function within(value: Value): Value[] {
  return [value, ...partsOf(value).flatMap(within)];
}
