/** What `this` is where it is the class itself: in static methods, and the functions in them. */
import { seesOuterThis } from '../facts/constructor-functions.js';
import { superclasses } from './classes.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { classThing, type ClassThing, type Things } from './thing.js';

/** The class whose static method sees it, and those that inherit the method: `Mongo.connect()` runs what `Store` wrote. */
export function staticThis(link: Link, module: Module, cls: number): Things {
  const own = classThing(module, cls);
  return link.property(`${own.id}<`, () => [own, ...heirsOf(link, own)]);
}

function heirsOf(link: Link, own: ClassThing): readonly ClassThing[] {
  const classes = link.modules.flatMap((module) =>
    module.facts.classes.flatMap(({ superclass }, id) => (superclass ? [classThing(module, id)] : [])),
  );
  const heirs = new Map([[own.id, own]]);
  for (const parent of heirs.values())
    classes
      .filter((one) => superclasses(link, one.module, one.class).some(({ id }) => id === parent.id))
      .forEach((one) => heirs.set(one.id, one));
  return [...heirs.values()].slice(1);
}

const known = new WeakMap<Module, ReadonlySet<number>>();

/** Whether the `this` of a function is a class rather than an object of it. */
export function isStatic(module: Module, fn: number): boolean {
  if (staticsOf(module).has(fn)) return true;
  const fact = module.function(fn);
  return fact !== undefined && seesOuterThis(fact) && fact.owner >= 0 && isStatic(module, fact.owner);
}

function staticsOf(module: Module): ReadonlySet<number> {
  const before = known.get(module);
  if (before) return before;
  const members = module.facts.classes.flatMap((cls) => cls.members).filter((member) => member.static);
  const functions = members.flatMap(({ function: method, value }) => [
    ...(method === undefined ? [] : [method]),
    ...(value?.kind === 'function' ? [value.function] : []),
  ]);
  const found = new Set(functions);
  known.set(module, found);
  return found;
}
