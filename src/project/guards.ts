import type { BranchStep, CallValue, Step, Target, Value } from '../facts/module-facts.js';
import type { FunctionThing } from './thing.js';
import { allSteps, allValues, stepParts, walkSteps, walkValue } from '../facts/walk.js';

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
    if (value.kind === 'call') for (const name of assigned(value)) names.add(`.${name}`);
  });
  names.delete('');
  return names;
}

/** `Object.assign(state, { stopping: true })`. */
function assigned({ callee, args }: CallValue): readonly string[] {
  if (callee.kind !== 'member' || callee.name !== 'assign' || callee.object.kind !== 'global') return [];
  return args.slice(1).flatMap((value) => (value.kind === 'object' ? value.properties.flatMap(({ name }) => name ?? []) : []));
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
  if (!mentions(step.test, outliving(fn, written(body)))) return undefined;
  const known = afterOnce(body, step.test);
  if (known !== undefined) return known ? 'then' : 'otherwise';
  const inThen = mentions(step.test, written(step.then));
  const inOtherwise = mentions(step.test, written(step.otherwise));
  if (inThen && inOtherwise) return undefined;
  if (inThen || inOtherwise) return inThen ? 'otherwise' : 'then';
  return step.test.kind === 'operation' && step.test.operator === '!' ? 'otherwise' : 'then';
}

/** Without the variables of the function itself, which are others each time. */
export function outliving({ module, function: id }: FunctionThing, names: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...names].filter((name) => !name.startsWith('#') || module.facts.bindings[Number(name.slice(1))]?.owner !== id));
}

/** What a test says when the steps have been gone through once: `stopping`, which they set to true. */
function afterOnce(body: readonly Step[], test: Value): boolean | undefined {
  if (test.kind === 'choice' && test.operator !== '?') {
    const options = test.options.map((option) => afterOnce(body, option));
    const deciding = test.operator === '||';
    return test.operator !== '??' && options.includes(deciding) ? deciding : undefined;
  }
  if (test.kind !== 'operation') {
    const value = leftIn(body, test);
    return value === undefined ? undefined : Boolean(value.value);
  }
  const [left, right] = test.operands;
  if (test.operator === '!' && left) {
    const negated = afterOnce(body, left);
    return negated === undefined ? undefined : !negated;
  }
  const found = /^[!=]==?$/u.test(test.operator) && left && right?.kind === 'literal' ? leftIn(body, left) : undefined;
  if (!found || right?.kind !== 'literal') return undefined;
  return (found.value === right.value) === test.operator.startsWith('=');
}

/** The one literal that steps give a variable or property. */
function leftIn(body: readonly Step[], value: Value): { readonly value: unknown } | undefined {
  const name = nameOf(value);
  const [only, ...more] = name === '' ? [] : allValues(body).filter((one) => one.kind === 'assign' && targetName(one.target) === name);
  if (only?.kind !== 'assign' || only.operator !== '=' || more.length > 0) return undefined;
  if (isNothing(only.value)) return { value: only.value.kind === 'literal' ? null : undefined };
  return only.value.kind === 'literal' ? only.value : undefined;
}

/** Goes no further on one of its sides. What only skips a step of its own, a timer that is cleared already, keeps nobody else back. */
export function leaves({ then, otherwise }: BranchStep): boolean {
  return allSteps([...then, ...otherwise]).some(({ kind }) => kind === 'return' || kind === 'throw');
}

/** `undefined`, `null`. */
export function isNothing(value: Value): boolean {
  return (value.kind === 'global' && value.name === 'undefined') || (value.kind === 'literal' && value.value === null);
}
