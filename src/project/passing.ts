import type { CallValue, MemberValue, Value } from '../facts/module-facts.js';
import { follow, givenThings } from './bindings.js';
import { functionsIn } from './callbacks.js';
import type { Caller, Link } from './link.js';
import { append } from './lists.js';
import type { CallSite, Module } from './module.js';
import { functionThing, type FunctionThing, type Things } from './thing.js';

/** A parameter of a function, or what is inside it, that a call in its body runs or hands over. */
export interface Passed {
  readonly receiver: FunctionThing;
  readonly index: number;
  readonly path: readonly string[];
  /** Equal for equal ones. */
  readonly key: string;
}

/** Variables between a call and the parameter. */
const DEEPEST = 6;
/** On the way to a function: they stand for the function itself. */
const CALLING = new Set(['call', 'apply', 'bind']);

/** The parameters from which a call may get the functions that it runs: `callback()`, `items.forEach(callback)`. */
export function passedTo({ module, call }: CallSite): readonly Passed[] {
  return [call.callee, ...call.args].flatMap((value) => originsOf(module, value, [], 0));
}

/** The parameters that a value may be, or be inside of. */
export function parametersIn(module: Module, value: Value): readonly Passed[] {
  return originsOf(module, value, [], 0);
}

/** Which of them a call has after what it calls. */
export function functionMethod({ call: { callee } }: CallSite): string | undefined {
  return callee.kind === 'member' && callee.name !== undefined && CALLING.has(callee.name) ? callee.name : undefined;
}

/** Those from which it gets what it calls itself. */
export function passedAsCallee({ module, call }: CallSite): readonly Passed[] {
  return originsOf(module, call.callee, [], 0);
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
    case 'call':
      return isBound(value) ? inside(value.callee.object) : [];
    case 'spread':
      return inside(value.value);
    case 'object':
      return path.length > 0 ? [] : value.properties.flatMap((property) => inside(property.value));
    default:
      return [];
  }
}

/** `callback.bind(this)`, which stands for the function itself. */
function isBound(call: CallValue): call is CallValue & { readonly callee: MemberValue } {
  return call.callee.kind === 'member' && call.callee.name === 'bind';
}

function ofBinding(module: Module, id: number, path: readonly string[], depth: number): readonly Passed[] {
  const binding = module.facts.bindings[id];
  if (!binding) return [];
  return binding.sources.flatMap((source) => {
    const whole = [...source.path, ...path];
    if (source.value) return originsOf(module, source.value, whole, depth + 1);
    const index = source.parameter ?? 0;
    const key = `${module.functionId(binding.owner)}|${String(index)}|${whole.join('.')}`;
    return [{ receiver: functionThing(module, binding.owner), index, path: whole, key }];
  });
}

/** What a caller passes to a parameter. */
export interface Given {
  readonly things: Things;
  readonly functions: readonly FunctionThing[];
}

/** The functions that callers pass, found out once for each parameter and call. */
export class Passing {
  readonly #by = new Map<string, Map<CallValue, Given>>();
  readonly #byAny = new Map<string, { readonly things: ReadonlySet<string>; readonly functions: ReadonlySet<string> }>();
  readonly #callers = new Map<string, readonly Caller[]>();
  /** By the function in whose body a caller stands: what it passes to. */
  readonly #passedIn = new Map<string, string[]>();

  constructor(readonly link: Link) {}

  /** Those who are remembered to call the receiver. */
  callersOf({ key, receiver }: Passed): readonly Caller[] {
    const known = this.#callers.get(key);
    if (known) return known;
    const callers = this.link.callers(receiver);
    this.#callers.set(key, callers);
    for (const { site } of callers) append(this.#passedIn, site.module.functionId(site.owner), key);
    return callers;
  }

  /** The keys of those, among all whose callers were asked for, to which the function passes something. */
  keysIn(fn: string): readonly string[] {
    return this.#passedIn.get(fn) ?? [];
  }

  /** What one caller passes there, and the functions among it. */
  by(caller: Caller, passed: Passed): Given {
    const byCall = this.#by.get(passed.key) ?? new Map<CallValue, Given>();
    this.#by.set(passed.key, byCall);
    const known = byCall.get(caller.site.call);
    if (known) return known;
    const things = thingsPassed(this.link, caller, passed);
    const given = { things, functions: functionsIn(this.link, things) };
    byCall.set(caller.site.call, given);
    return given;
  }

  /** The functions that any caller passes to one of them. */
  functionsByAny(passed: readonly Passed[]): ReadonlySet<string> {
    return joined(passed, (one) => this.#given(one).functions);
  }

  /** Whatever any caller passes to one of them. */
  thingsByAny(passed: readonly Passed[]): ReadonlySet<string> {
    return joined(passed, (one) => this.#given(one).things);
  }

  #given(passed: Passed): { readonly things: ReadonlySet<string>; readonly functions: ReadonlySet<string> } {
    const known = this.#byAny.get(passed.key);
    if (known) return known;
    const given = this.callersOf(passed).map((caller) => this.by(caller, passed));
    const things = new Set(given.flatMap((one) => one.things.map(({ id }) => id)));
    const functions = new Set(given.flatMap((one) => one.functions.map(({ id }) => id)));
    const made = { things, functions };
    this.#byAny.set(passed.key, made);
    return made;
  }
}

/** The ids of several, without a copy where there is one. */
function joined(passed: readonly Passed[], idsOf: (passed: Passed) => ReadonlySet<string>): ReadonlySet<string> {
  const [first] = passed;
  if (first && passed.length === 1) return idsOf(first);
  const found = new Set<string>();
  const different = new Map(passed.map((one) => [one.key, one]));
  for (const one of different.values()) for (const id of idsOf(one)) found.add(id);
  return found;
}

function thingsPassed(link: Link, caller: Caller, { receiver, index, path }: Passed): Things {
  const parameter = receiver.module.function(receiver.function)?.parameters[index];
  return follow(link, givenThings(link, caller, index, parameter), path);
}
