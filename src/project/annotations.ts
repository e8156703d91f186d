import type { TypeFact } from '../facts/module-facts.js';
import type { Library } from '../catalogue/shape.js';
import { imported } from './imports.js';
import type { Link } from './link.js';
import { append } from './lists.js';
import type { Module } from './module.js';
import { property } from './property.js';
import { provided } from './provisions.js';
import { objectsOf } from './subclasses.js';
import { classThing, promiseThing, union, type Thing, type Things } from './thing.js';

/** What an annotation that stands in the text says a value is. Empty when it says nothing that we know. */
export function annotated(link: Link, module: Module, type: TypeFact): Things {
  if (type.members) return union(...type.members.map((member) => annotated(link, module, member)));
  const [first, ...rest] = type.name ?? [];
  if (first === undefined) return [];
  if (first === 'Promise' && type.binding === undefined) return [promiseThing(type.args?.[0] ? annotated(link, module, type.args[0]) : [])];
  if (type.binding === undefined) return rest.length > 0 ? globalType(link, [first, ...rest]) : implementing(link, first);
  const binding = module.facts.bindings[type.binding];
  if (!binding) return [];
  if (binding.imported) return importedType(link, module, binding.imported, rest);
  return union(
    ...link.of(module, { kind: 'reference', binding: type.binding, span: binding.span }).map((thing) => instanceOf(link, thing)),
  );
}

/** What a container gives for the class, else an object of it. A class with decorators is made itself as well: what stands for it may be a test's. */
export function instanceOf(link: Link, thing: Thing): Things {
  if (thing.kind !== 'class') return [];
  const given = provided(link, thing);
  const isMade = given.length === 0 || (thing.module.class(thing.class)?.decorators.length ?? 0) > 0;
  return isMade ? union(given, objectsOf(link, thing.module, thing.class)) : given;
}

/** `NodeJS.Timeout`, `NodeJS.Process`: names that need no import. */
function globalType(link: Link, name: readonly string[]): Things {
  if (name[0] !== 'NodeJS' || name[1] === undefined) return [];
  const library = link.knowledge.library(name[1] === 'Process' ? 'node:process' : 'node:timers');
  return library ? libraryType(link, library, name[1]) : [];
}

function importedType(link: Link, module: Module, from: { specifier: string; name: string }, rest: readonly string[]): Things {
  const target = link.workspace.resolve(module.path, from.specifier);
  if (target.kind === 'external') {
    const library = link.knowledge.library(target.specifier);
    const name = rest.at(-1) ?? from.name;
    return library ? libraryType(link, library, name) : [];
  }
  if (rest.length > 0) return [];
  const objects = union(...imported(link, module, from.specifier, from.name).map((thing) => instanceOf(link, thing)));
  return objects.length > 0 ? objects : implementing(link, from.name);
}

const known = new WeakMap<Link, ReadonlyMap<string, Things>>();

/** An object of the only class that implements an interface; interfaces are told apart by their names alone. */
function implementing(link: Link, name: string): Things {
  const found = known.get(link) ?? indexed(link);
  known.set(link, found);
  const [only, ...others] = found.get(name) ?? [];
  return only && others.length === 0 ? instanceOf(link, only) : [];
}

function indexed({ modules }: Link): ReadonlyMap<string, Things> {
  const found = new Map<string, Thing[]>();
  const classes = modules.flatMap((module) =>
    module.facts.classes.map(({ id, interfaces = [] }) => ({ interfaces, thing: classThing(module, id) })),
  );
  for (const { interfaces, thing } of classes) for (const name of interfaces) append(found, name, thing);
  return found;
}

/** A type of a library by the name that its own declarations use: what the class of that name makes, or the catalogue's own name for it. */
function libraryType(link: Link, library: Library, name: string): Things {
  const type = link.knowledge.type(name, library);
  if (type) return property.typed(link, library, name);
  const member = link.knowledge.exported(library, name);
  return typeof member?.returns === 'string' && member.returns !== 'this' ? property.typed(link, library, member.returns) : [];
}
