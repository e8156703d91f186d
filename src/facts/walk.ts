/** Parts of values and steps. The bodies of functions and classes are not entered. */
import type { Step, Target, Value } from './module-facts.js';

/** The values directly inside a value, in the order in which they are evaluated. Bodies of functions and classes are not entered. */
export function parts(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'member':
      return value.key ? [value.object, value.key] : [value.object];
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
      return value.test ? [value.test, ...value.options] : value.options;
    case 'assign':
      return [...targetParts(value.target), value.value];
    case 'operation':
      return value.operands;
    case 'import':
      return value.argument ? [value.argument] : [];
    default:
      return [];
  }
}

function targetParts(target: Target | undefined): readonly Value[] {
  if (target?.kind !== 'member') return [];
  return target.key ? [target.object, target.key] : [target.object];
}

/** The values that a step evaluates itself, and the bodies inside it. */
export function stepParts(step: Step): { readonly values: readonly Value[]; readonly bodies: readonly (readonly Step[])[] } {
  switch (step.kind) {
    case 'evaluate':
      return { values: [step.value], bodies: [] };
    case 'declare':
      return { values: [...targetParts(step.target), ...present(step.value)], bodies: [] };
    case 'branch':
      return { values: [step.test], bodies: [step.then, step.otherwise] };
    case 'loop':
      return {
        values: [...present(step.iterable), ...targetParts(step.target), ...present(step.test), ...present(step.update)],
        bodies: [step.init, step.body],
      };
    case 'attempt':
      return { values: [], bodies: [step.body, step.handler ?? [], step.finalizer ?? []] };
    case 'switch':
      return { values: [step.subject, ...step.cases.flatMap((c) => present(c.test))], bodies: step.cases.map((c) => c.body) };
    case 'block':
      return { values: [], bodies: [step.body] };
    default:
      return { values: present(step.value), bodies: [] };
  }
}

function present<T>(value: T | undefined): readonly T[] {
  return value === undefined ? [] : [value];
}

/** Visits a value and everything inside it, outermost first. */
export function walkValue(value: Value, visit: (value: Value) => void): void {
  const waiting: Value[] = [value];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    visit(next);
    waiting.push(...[...parts(next)].reverse());
  }
}

/** Visits every step and every value of a body, not entering the functions in it. */
export function walkSteps(steps: readonly Step[], visit: (value: Value) => void, visitStep?: (step: Step) => void): void {
  for (const step of steps) {
    visitStep?.(step);
    const { values, bodies } = stepParts(step);
    for (const value of values) walkValue(value, visit);
    for (const body of bodies) walkSteps(body, visit, visitStep);
  }
}

/** The steps of a body with all steps inside them, in source order. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...stepParts(step).bodies.flatMap(allSteps)]);
}

/** The values of a body, each with everything inside it. */
export function allValues(steps: readonly Step[]): Value[] {
  const found: Value[] = [];
  walkSteps(steps, (value) => {
    found.push(value);
  });
  return found;
}
