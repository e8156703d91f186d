import type { Value } from '../facts/module-facts.js';
import type { Link } from './link.js';
import type { Module } from './module.js';

/** The numbers that a value may be; undefined when it may be anything else, such as a setting. */
export function numbersOf(link: Link, module: Module, value: Value): readonly number[] | undefined {
  if (value.kind === 'operation' && value.operands.length > 1) {
    return value.operands
      .map((operand) => numbersOf(link, module, operand))
      .reduce((left, right) => left && right && combined(value.operator, left, right));
  }
  const things = link.of(module, value);
  const numbers = things.flatMap((thing) => (thing.kind === 'constant' && typeof thing.value === 'number' ? [thing.value] : []));
  return things.length > 0 && numbers.length === things.length ? numbers : undefined;
}

const MOST = 20;

function combined(operator: string, left: readonly number[], right: readonly number[]): readonly number[] | undefined {
  const combine = OPERATORS[operator];
  return combine && left.flatMap((a) => right.map((b) => combine(a, b))).slice(0, MOST);
}

const OPERATORS: Readonly<Record<string, (a: number, b: number) => number>> = {
  '*': (a, b) => a * b,
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
};
