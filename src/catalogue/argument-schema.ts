/** What descriptions of libraries are made of: names, places of arguments, conditions. */
import { either, list, object, oneOf, type Schema } from './schema.js';
import type { Condition, Provision } from './shape.js';

export const TEXT: Schema = { kind: 'text' };
export const NAME: Schema = { kind: 'name' };
export const NAMES = list(NAME);
export const TYPE: Schema = { kind: 'type' };
export const FLAG: Schema = { kind: 'flag' };
export const YES: Schema = { kind: 'yes' };
export const POSITION: Schema = { kind: 'number', least: 0, whole: true };
export const ARGUMENT = either("an argument's number, or a path from it such as '0.timeout'", POSITION, NAME);
export const ARGUMENTS = list(ARGUMENT);
export const RESULT = either("the name of a type, 'this', or an argument's number", POSITION, TYPE);
export const DEADLINE = either("milliseconds, or a path to an argument such as '0.timeout'", { kind: 'number', least: 0 }, NAME);
const LITERAL = either('a string, a number, true or false', TEXT, FLAG, { kind: 'number', least: Number.NEGATIVE_INFINITY });

export const CONDITION = object<Condition>(
  {
    at: ARGUMENT,
    is: either('a literal, or an array of them', LITERAL, list(LITERAL)),
    given: FLAG,
    literal: oneOf({ number: true, string: true }),
    not: YES,
  },
  ['at'],
);
export const YES_OR_CONDITION = either("true, or a condition with 'at'", YES, CONDITION);

export const PROVISION = object<Provision>(
  { token: ARGUMENT, bound: YES, class: ARGUMENT, value: ARGUMENT, factory: ARGUMENT, alias: ARGUMENT },
  ['token'],
);
