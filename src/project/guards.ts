import type { BranchStep, Step, Target, Value } from '../facts/module-facts.js';
import type { FunctionThing } from './thing.js';
import { allSteps, stepParts, walkSteps, walkValue } from '../facts/walk.js';

/** Calls that leave a trace in their receiver: `seen.add(signal)`, `stop.abort()`. */
const MARKING = /^(?:add|set|push|abort)$/u;

const known = new WeakMap<readonly Step[], ReadonlySet<string>>();

/** The variables and properties that some steps themselves write, by a name that `mentions` understands. */
export function written(body: readonly Step[]): ReadonlySet<string> {
  const names = known.get(body) ?? findWritten(body);
  known.set(body, names);
  return names;
}

function findWritten(body: readonly Step[]): ReadonlySet<string> {
  const names = new Set<string>();
  walkSteps(body, (value) => {
    if (value.kind === 'assign') names.add(targetName(value.target));
    if (value.kind === 'operation' && /^(?:\+\+|--)$/u.test(value.operator))
      for (const operand of value.operands) names.add(nameOf(operand));
    if (value.kind === 'call' && value.callee.kind === 'member' && MARKING.test(value.callee.name ?? ''))
      names.add(nameOf(value.callee.object));
  });
  names.delete('');
  return names;
}

function targetName(target: Target): string {
  if (target.kind === 'binding') return `#${String(target.binding)}`;
  return target.kind === 'member' ? `.${target.name ?? ''}` : '';
}

function nameOf(value: Value): string {
  if (value.kind === 'reference') return `#${String(value.binding)}`;
  return value.kind === 'member' ? `.${value.name ?? ''}` : '';
}

export function mentions(test: Value, names: ReadonlySet<string>): boolean {
  let found = false;
  walkValue(test, (value) => {
    found ||= names.has(nameOf(value));
  });
  return found;
}

export function branches(steps: readonly Step[]): readonly BranchStep[] {
  return steps.flatMap((step) => {
    const inner = stepParts(step).bodies.flatMap(branches);
    return step.kind === 'branch' ? [step, ...inner] : inner;
  });
}

/** The side of a branch on which a function goes that has run before: it tests what the function writes elsewhere. */
export function secondWay(fn: FunctionThing, step: BranchStep): 'then' | 'otherwise' | undefined {
  const before = ways.get(step);
  if (before) return before.way;
  const way = findSecondWay(fn, step);
  ways.set(step, { way });
  return way;
}

const ways = new WeakMap<BranchStep, { readonly way: ReturnType<typeof findSecondWay> }>();

function findSecondWay(fn: FunctionThing, step: BranchStep): 'then' | 'otherwise' | undefined {
  const body = fn.module.function(fn.function)?.body ?? [];
  if (!mentions(step.test, written(body))) return undefined;
  const inThen = mentions(step.test, written(step.then));
  const inOtherwise = mentions(step.test, written(step.otherwise));
  if (inThen && inOtherwise) return undefined;
  if (inThen || inOtherwise) return inThen ? 'otherwise' : 'then';
  return step.test.kind === 'operation' && step.test.operator === '!' ? 'otherwise' : 'then';
}

/** Goes no further on one of its sides. What only skips a step of its own, a timer that is cleared already, keeps nobody else back. */
export function leaves({ then, otherwise }: BranchStep): boolean {
  return allSteps([...then, ...otherwise]).some(({ kind }) => kind === 'return' || kind === 'throw');
}

/** `undefined`, `null`. */
export function isNothing(value: Value): boolean {
  return (value.kind === 'global' && value.name === 'undefined') || (value.kind === 'literal' && value.value === null);
}
