/** What outlives a function and may hold a result for its next run, by a name that is equal for equal places: `cached`, `this.page`, `pages[name]`. */
import type { Target, Value } from '../../facts/module-facts.js';
import { isNothing } from '../guards.js';
import type { Module } from '../module.js';

/** Where a function runs. */
export interface Inside {
  readonly module: Module;
  readonly owner: number;
}

/** The place that a value is read from; its own variables and parameters are others at each run. */
export function memoryOf(inside: Inside, value: Value): string | undefined {
  switch (value.kind) {
    case 'this':
      return 'this';
    case 'reference':
      return outlives(inside, value.binding) ? `#${String(value.binding)}` : lookedUp(inside, value.binding);
    case 'member':
      return placeIn(inside, value);
    case 'call':
      return value.callee.kind === 'member' && /^(?:get|has)$/u.test(value.callee.name ?? '')
        ? elements(inside, value.callee.object)
        : undefined;
    case 'operation':
      return value.operator === 'in' && value.operands[1] ? elements(inside, value.operands[1]) : undefined;
    default:
      return undefined;
  }
}

function outlives({ module, owner }: Inside, binding: number): boolean {
  return module.facts.bindings[binding]?.owner !== owner;
}

/** `const page = pages.get(name)`. */
function lookedUp(inside: Inside, binding: number): string | undefined {
  const [first] = inside.module.facts.bindings[binding]?.sources ?? [];
  if (!first?.value || first.path.length > 0 || first.parameter !== undefined) return undefined;
  return first.value.kind === 'call' || first.value.kind === 'member' ? memoryOf(inside, first.value) : undefined;
}

function placeIn(inside: Inside, { object, name }: { readonly object: Value; readonly name?: string }): string | undefined {
  const whole = memoryOf(inside, object);
  return whole === undefined ? undefined : name === undefined ? `${whole}[]` : `${whole}.${name}`;
}

function elements(inside: Inside, object: Value): string | undefined {
  return placeIn(inside, { object });
}

export interface Kept {
  readonly memory: string;
  /** Rather than empties. */
  readonly fills: boolean;
}

/** What a value writes. */
export function keptBy(inside: Inside, value: Value): Kept | undefined {
  if (value.kind === 'call') {
    const { callee, args } = value;
    const memory = callee.kind === 'member' && /^(?:set|add)$/u.test(callee.name ?? '') ? elements(inside, callee.object) : undefined;
    return memory === undefined ? undefined : { memory, fills: !args.some(isNothing) };
  }
  if (value.kind !== 'assign') return undefined;
  const memory = written(inside, value.target);
  return memory === undefined ? undefined : { memory, fills: !isEmpty(value.value) };
}

function written(inside: Inside, target: Target): string | undefined {
  if (target.kind === 'binding') return outlives(inside, target.binding) ? `#${String(target.binding)}` : undefined;
  return target.kind === 'member' ? placeIn(inside, target) : undefined;
}

function isEmpty(value: Value): boolean {
  return isNothing(value) || (value.kind === 'literal' && !value.value);
}

/** On which side of a test a place is certainly empty, with the place. */
export interface Asked {
  readonly memory: string;
  readonly emptyIf: boolean;
}

export function askedBy(inside: Inside, test: Value): readonly Asked[] {
  if (test.kind === 'choice') return test.operator === '?' ? [] : ofAll(inside, test.operator, test.options);
  const [left, right] = test.kind === 'operation' ? test.operands : [];
  if (test.kind === 'operation' && test.operator === '!' && left)
    return askedBy(inside, left).map(({ memory, emptyIf }) => ({ memory, emptyIf: !emptyIf }));
  if (test.kind === 'operation' && left && right && /^[!=]==?$/u.test(test.operator)) return compared(inside, test.operator, left, right);
  const memory = memoryOf(inside, test);
  return memory === undefined || memory === 'this' ? [] : [{ memory, emptyIf: false }];
}

/** `!cached && wanted` is true only of an empty place, `cached || fixed` false. */
function ofAll(inside: Inside, operator: '||' | '&&' | '??', options: readonly Value[]): readonly Asked[] {
  if (operator === '??') return [];
  return options.flatMap((option) => askedBy(inside, option)).filter(({ emptyIf }) => emptyIf === (operator === '&&'));
}

/** `cached === undefined`, `typeof cached === 'undefined'`. */
function compared(inside: Inside, operator: string, left: Value, right: Value): readonly Asked[] {
  const asked = left.kind === 'operation' && left.operator === 'typeof' ? left.operands[0] : left;
  const isForNothing = asked === left ? isNothing(right) : right.kind === 'literal' && right.value === 'undefined';
  const memory = asked && isForNothing ? memoryOf(inside, asked) : undefined;
  return memory === undefined ? [] : [{ memory, emptyIf: operator.startsWith('=') }];
}
