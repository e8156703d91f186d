import type { Library, Member, ThingType } from '../catalogue/shape.js';
import type { CallValue, ObjectValue, Value } from '../facts/module-facts.js';
import type { CallSite, Module } from './module.js';

/** Where a value was made: the call or literal, in its module. */
export interface Origin {
  readonly module: Module;
  readonly call: CallValue;
}

/**
 * What a value may be at run time. A value is a set of things: one for each way it can be written.
 * `id` is equal for equal things.
 */
export type Thing =
  | FunctionThing
  | ClassThing
  | InstanceThing
  | ObjectThing
  | CollectionThing
  | NamespaceThing
  | MemberThing
  | ResourceThing
  | PromiseThing
  | ConstantThing
  | ExternalThing
  | PromisifiedThing
  | BuiltinThing
  | UnknownThing;

interface Identified {
  readonly id: string;
}
/** A function of the project; `self` is the `this` it is bound to or called on. */
export interface FunctionThing extends Identified {
  readonly kind: 'function';
  readonly module: Module;
  readonly function: number;
  readonly self?: Thing;
  /** The calls that gave it, where functions around it made it: `wrap(handler)`. That of the innermost one first. */
  readonly made?: readonly CallSite[];
}
export interface ClassThing extends Identified {
  readonly kind: 'class';
  readonly module: Module;
  readonly class: number;
}
/** Any object made by a class of the project: objects of one class are not told apart. */
export interface InstanceThing extends Identified {
  readonly kind: 'instance';
  readonly module: Module;
  readonly class: number;
}
export interface ObjectThing extends Identified {
  readonly kind: 'object';
  readonly module: Module;
  readonly value: ObjectValue;
}
/** An array, Map or Set. */
export interface CollectionThing extends Identified {
  readonly kind: 'collection';
  readonly module: Module;
  readonly value: Value;
  /** The elements, where a library keeps them (`wss.clients`). */
  readonly of?: readonly Thing[];
  /** Those of which its elements are the results. */
  readonly settles?: CollectionThing;
}
/** A module of the project: `import * as x`, `require('./x')`. */
export interface NamespaceThing extends Identified {
  readonly kind: 'namespace';
  readonly module: Module;
}
/** A function, class or namespace of a catalogued library; `receiver` for a method. */
export interface MemberThing extends Identified {
  readonly kind: 'member';
  readonly library: Library;
  readonly member: Member;
  readonly name: string;
  readonly receiver?: ResourceThing;
}
/** A thing of a catalogued type: a server, a pool. Without `origin` it is known by its annotation, or comes out of a library. */
export interface ResourceThing extends Identified {
  readonly kind: 'resource';
  readonly library: Library;
  readonly type: ThingType;
  readonly typeName: string;
  readonly origin?: Origin;
  /** The class of the project that extends the library's, and whose object it is. */
  readonly subclass?: { readonly module: Module; readonly class: number };
}
export interface PromiseThing extends Identified {
  readonly kind: 'promise';
  readonly of: readonly Thing[];
}
export interface ConstantThing extends Identified {
  readonly kind: 'constant';
  readonly value: string | number | boolean | null;
}
/** Something from a package that the catalogue does not know. */
export interface ExternalThing extends Identified {
  readonly kind: 'external';
  readonly specifier: string;
  readonly path: string;
}
/** `promisify(fn)`: calling it calls `of` with a completion callback and gives a promise of that. */
export interface PromisifiedThing extends Identified {
  readonly kind: 'promisified';
  readonly of: readonly Thing[];
}
/** A method of the language itself on one of the above: `handlers.forEach`, `promise.then`, `fn.bind`. */
export interface BuiltinThing extends Identified {
  readonly kind: 'builtin';
  readonly name: string;
  readonly receiver: Thing;
}
export interface UnknownThing extends Identified {
  readonly kind: 'unknown';
}

export type Things = readonly Thing[];

export const unknown: UnknownThing = { kind: 'unknown', id: '?' };
export const UNKNOWN: Things = [unknown];

export function functionThing(module: Module, fn: number, self?: Thing): FunctionThing {
  return { kind: 'function', module, function: fn, ...(self && { self }), id: module.functionId(fn) };
}
export function classThing(module: Module, cls: number): ClassThing {
  return { kind: 'class', module, class: cls, id: `c:${module.key}#${String(cls)}` };
}
export function instanceThing(module: Module, cls: number): InstanceThing {
  return { kind: 'instance', module, class: cls, id: `i:${module.key}#${String(cls)}` };
}
export function objectThing(module: Module, value: ObjectValue): ObjectThing {
  return { kind: 'object', module, value, id: `o:${module.key}#${String(value.span[0])}` };
}
export function collectionThing(module: Module, value: Value): CollectionThing {
  return { kind: 'collection', module, value, id: `a:${module.key}#${value.span.join('-')}` };
}
export function namespaceThing(module: Module): NamespaceThing {
  return { kind: 'namespace', module, id: `n:${module.key}` };
}
export function memberThing(library: Library, name: string, member: Member, receiver?: ResourceThing): MemberThing {
  return { kind: 'member', library, member, name, ...(receiver && { receiver }), id: `m:${library.name}#${name}@${receiver?.id ?? ''}` };
}
export function resourceThing(library: Library, typeName: string, type: ThingType, origin?: Origin): ResourceThing {
  const place = origin ? `${origin.module.key}#${String(origin.call.span[0])}` : '';
  return { kind: 'resource', library, type, typeName, ...(origin && { origin }), id: `r:${library.name}#${typeName}@${place}` };
}
export function promiseThing(of: Things): PromiseThing {
  return { kind: 'promise', of, id: `p:${of.map((t) => t.id).join('|')}` };
}
export function constantThing(value: string | number | boolean | null): ConstantThing {
  return { kind: 'constant', value, id: `k:${typeof value}:${String(value)}` };
}
export function externalThing(specifier: string, path: string): ExternalThing {
  return { kind: 'external', specifier, path, id: `x:${specifier}#${path}` };
}
/** Something from a module of the project that says nothing of the life cycle, and so is not read. */
export function plainThing(path: string): ExternalThing {
  return externalThing(`/${path}`, '');
}
export function isPlain(thing: Thing): boolean {
  return thing.kind === 'external' && thing.specifier.startsWith('/');
}
export function promisifiedThing(of: Things): PromisifiedThing {
  return { kind: 'promisified', of, id: `y:${of.map((t) => t.id).join('|')}` };
}
export function builtinThing(name: string, receiver: Thing): BuiltinThing {
  return { kind: 'builtin', name, receiver, id: `b:${name}@${receiver.id}` };
}

/** Told apart by the calls that made it as well. */
export function contextId({ id, made = [] }: FunctionThing): string {
  return [id, ...made.map(({ module, call }) => `${module.key}#${String(call.span[0])}`)].join('@');
}

/** How many things a value may be before it counts as unknown. */
const MOST = 40;

/** Joins sets of things without repeats. */
export function union(...sets: readonly Things[]): Things {
  const first = sets.filter((set) => set.length > 0);
  if (first.length <= 1) return first[0] ?? [];
  const byId = new Map<string, Thing>();
  for (const thing of first.flat()) byId.set(thing.id, merged(byId.get(thing.id), thing));
  return byId.size > MOST ? [...[...byId.values()].slice(0, MOST), unknown] : [...byId.values()];
}

/** Functions that several calls made are told apart no more. */
function merged(before: Thing | undefined, thing: Thing): Thing {
  if (before?.kind !== 'function' || thing.kind !== 'function' || before.made?.[0]?.call === thing.made?.[0]?.call) return thing;
  return functionThing(thing.module, thing.function, thing.self);
}

/** What is left when a promise is awaited. */
export function awaited(things: Things): Things {
  return union(...things.map((thing) => (thing.kind === 'promise' ? awaited(thing.of) : [thing])));
}
