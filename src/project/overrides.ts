import type { ClassFact, Value } from '../facts/module-facts.js';
import { isPromiseClass } from '../facts/promises.js';
import { inherited, instanceMember, superclasses } from './classes.js';
import type { Link } from './link.js';
import { append } from './lists.js';
import type { Module } from './module.js';
import { instanceThing, union, UNKNOWN, type InstanceThing, type Thing, type Things } from './thing.js';
import { writtenTo } from './written.js';

/** How many superclasses are followed. */
const GENERATIONS = 8;

/** What its class has; what the subclasses have where that is nothing, or only stands for theirs: a method of the base calls those. */
export function ofInstance(link: Link, thing: InstanceThing, name: string): Things {
  const found = union(instanceMember(link, thing, name), writtenInherited(link, thing, name));
  if (found.length > 0) return found.every(isPlaceholder) ? union(found, overridden(link, thing, name)) : found;
  const below = overridden(link, thing, name);
  return below.length > 0 ? below : UNKNOWN;
}

/** What is written to it by its own class and by those above, with no field of that name: `this.server = server` in the constructor of the base. */
function writtenInherited(link: Link, thing: InstanceThing, name: string): Things {
  return inherited(link, thing, (one) => ({
    found: one.kind === 'instance' && !isTyped(one, name) ? writtenTo(link, one, name) : [],
    isEnd: false,
  }));
}

/** What is written to a field with a type has been weighed against that type. */
function isTyped({ module, class: cls }: InstanceThing, field: string): boolean {
  const members = module.class(cls)?.members ?? [];
  return members.some(({ name, type, static: isStatic }) => name === field && type !== undefined && !isStatic);
}

/** `async onStop() {}`, `stop() { throw new Error('not implemented'); }`. */
function isPlaceholder(thing: Thing): boolean {
  if (thing.kind !== 'function') return false;
  const fact = thing.module.function(thing.function);
  return fact?.body.every((step) => step.kind === 'throw' || (step.kind === 'return' && saysNothing(step.value))) === true;
}

function saysNothing(value: Value | undefined): boolean {
  if (value === undefined || value.kind === 'literal') return true;
  if (value.kind !== 'call' || value.callee.kind !== 'member') return false;
  const { object, name } = value.callee;
  return isPromiseClass(object) && name === 'resolve' && value.args.length === 0;
}

/** What the subclasses of a class have under a name that it lacks itself: `this.stop()` in the base, `stop()` in each that extends it. */
function overridden(link: Link, thing: InstanceThing, name: string): Things {
  const named = subclassesOf(link).get(name) ?? [];
  return union(
    ...named.map(({ module, index }) =>
      extendsClass(link, module, index, thing) ? instanceMember(link, instanceThing(module, index), name) : [],
    ),
  );
}

interface Subclass {
  readonly module: Module;
  readonly index: number;
}

const known = new WeakMap<Link, ReadonlyMap<string, readonly Subclass[]>>();

/** The classes that extend another one, by the names of their members. */
function subclassesOf(link: Link): ReadonlyMap<string, readonly Subclass[]> {
  const found = known.get(link) ?? indexed(link);
  known.set(link, found);
  return found;
}

function indexed({ modules }: Link): ReadonlyMap<string, readonly Subclass[]> {
  const classes = modules.flatMap((module) => module.facts.classes.map((fact, index) => ({ module, index, fact })));
  const found = new Map<string, Subclass[]>();
  for (const { fact, ...subclass } of classes.filter((one) => one.fact.superclass !== undefined))
    for (const name of namesIn(fact)) append(found, name, subclass);
  return found;
}

function namesIn({ members }: ClassFact): ReadonlySet<string> {
  return new Set(members.flatMap((member) => (member.static ? [] : (member.name ?? []))));
}

/** Each class above it is asked once: a mix-in may have many. */
function extendsClass(link: Link, module: Module, cls: number, base: InstanceThing): boolean {
  const seen = new Set<string>();
  let level = superclasses(link, module, cls);
  for (let generation = 0; generation <= GENERATIONS && level.length > 0; generation += 1) {
    if (level.some((above) => above.module === base.module && above.class === base.class)) return true;
    const unseen = level.filter(({ id }) => !seen.has(id) && seen.add(id).has(id));
    level = unseen.flatMap((above) => superclasses(link, above.module, above.class));
  }
  return false;
}
