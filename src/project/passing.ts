import type { Value } from '../facts/module-facts.js';
import { follow, givenThings } from './bindings.js';
import { functionsIn } from './callbacks.js';
import type { Caller, Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { functionThing, type FunctionThing, type Things } from './thing.js';

/** A parameter of a function, or what is inside it, that a call in its body runs or hands over. */
export interface Passed {
  readonly receiver: FunctionThing;
  readonly index: number;
  readonly path: readonly string[];
}

/** Variables between a call and the parameter. */
const DEEPEST = 6;
/** On the way to a function: they stand for the function itself. */
const CALLING = new Set(['call', 'apply', 'bind']);

/** The parameters from which a call may get the functions that it runs: `callback()`, `items.forEach(callback)`. */
export function passedTo({ module, call }: CallSite): readonly Passed[] {
  return [call.callee, ...call.args].flatMap((value) => originsOf(module, value, [], 0));
}

/** Those from which it gets what it calls itself. */
export function passedAsCallee({ module, call }: CallSite): readonly Passed[] {
  return originsOf(module, call.callee, [], 0);
}

/** Whatever any caller passes there. */
export function anyPassed(link: Link, passed: readonly Passed[]): ReadonlySet<string> {
  const things = passed.flatMap((one) => link.callers(one.receiver).flatMap((caller) => thingsPassed(link, caller, one)));
  return new Set(things.map(({ id }) => id));
}

/** The functions that any caller passes there. */
export function allPassed(link: Link, passed: readonly Passed[]): ReadonlySet<string> {
  const functions = passed.flatMap((one) => link.callers(one.receiver).flatMap((caller) => functionsPassed(link, caller, one)));
  return new Set(functions.map(({ id }) => id));
}

function originsOf(module: Module, value: Value, path: readonly string[], depth: number): readonly Passed[] {
  if (depth > DEEPEST) return [];
  const inside = (inner: Value, further: readonly string[] = path): readonly Passed[] => originsOf(module, inner, further, depth + 1);
  switch (value.kind) {
    case 'reference':
      return ofBinding(module, value.binding, path, depth);
    case 'member':
      if (value.name === undefined) return [];
      return inside(value.object, CALLING.has(value.name) && path.length === 0 ? path : [value.name, ...path]);
    case 'choice':
      return value.options.flatMap((option) => inside(option));
    case 'spread':
      return inside(value.value);
    case 'object':
      return path.length > 0 ? [] : value.properties.flatMap((property) => inside(property.value));
    default:
      return [];
  }
}

function ofBinding(module: Module, id: number, path: readonly string[], depth: number): readonly Passed[] {
  const binding = module.facts.bindings[id];
  if (!binding) return [];
  return binding.sources.flatMap((source) => {
    const whole = [...source.path, ...path];
    if (source.value) return originsOf(module, source.value, whole, depth + 1);
    return [{ receiver: functionThing(module, binding.owner), index: source.parameter ?? 0, path: whole }];
  });
}

/** What one caller passes there. */
export function thingsPassed(link: Link, caller: Caller, { receiver, index, path }: Passed): Things {
  const parameter = receiver.module.function(receiver.function)?.parameters[index];
  return follow(link, givenThings(link, caller, index, parameter), path);
}

/** The functions among it. */
export function functionsPassed(link: Link, caller: Caller, passed: Passed): readonly FunctionThing[] {
  return functionsIn(link, thingsPassed(link, caller, passed));
}
