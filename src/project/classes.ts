import type { ClassMember } from '../facts/module-facts.js';
import { annotated } from './annotations.js';
import { isTelling } from './bindings.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { classThing, functionThing, instanceThing, union, type ClassThing, type InstanceThing, type Thing, type Things } from './thing.js';

/** How many superclasses are followed. */
const GENERATIONS = 8;

/** A member of an instance (or a static one of a class): methods bound to it, what fields hold. */
export function instanceMember(link: Link, thing: ClassThing | InstanceThing, name: string, generation = 0): Things {
  const fact = thing.module.class(thing.class);
  if (!fact || generation > GENERATIONS) return [];
  const own = fact.members.filter((member) => member.name === name && member.static === (thing.kind === 'class') && member.kind !== 'set');
  const found = union(...own.map((member) => memberThings(link, thing, member)));
  if (own.length > 0) return found;
  const inherited = superclasses(link, thing.module, thing.class).map((parent) =>
    instanceMember(link, asKind(thing, parent), name, generation + 1),
  );
  return union(...inherited);
}

function asKind(thing: ClassThing | InstanceThing, parent: ClassThing): ClassThing | InstanceThing {
  return thing.kind === 'class' ? parent : instanceThing(parent.module, parent.class);
}

/** The constructor that `new` runs: its own, else the inherited one. */
export function constructorOf(link: Link, thing: ClassThing, generation = 0): Things {
  const own = thing.module.class(thing.class)?.members.find((member) => member.kind === 'constructor');
  const found = own?.function === undefined ? [] : [functionThing(thing.module, own.function, instanceThing(thing.module, thing.class))];
  const isWritten = own?.function !== undefined && thing.module.function(own.function)?.implicit !== true;
  if (isWritten || generation > GENERATIONS) return found;
  return union(found, ...superclasses(link, thing.module, thing.class).map((parent) => constructorOf(link, parent, generation + 1)));
}

/** The superclasses that are classes of the project. */
export function superclasses(link: Link, module: Module, cls: number): readonly ClassThing[] {
  const superclass = module.class(cls)?.superclass;
  if (!superclass) return [];
  return link
    .of(module, superclass)
    .flatMap((thing) => (thing.kind === 'class' && !(thing.module === module && thing.class === cls) ? [thing] : []));
}

function memberThings(link: Link, thing: ClassThing | InstanceThing, member: ClassMember): Things {
  if (member.function !== undefined) {
    const method = functionThing(thing.module, member.function, thing);
    return member.kind === 'get' ? link.returned(method) : [method];
  }
  const value = member.value ? link.of(thing.module, member.value) : [];
  const passed = member.parameter === undefined ? [] : parameterField(link, thing, member.parameter);
  const written = member.name === undefined ? [] : link.writtenTo(thing, member.name);
  const found = union(value, passed, written);
  if (!member.type || found.some(isTelling)) return found;
  const annotation = annotated(link, thing.module, member.type);
  return annotation.length > 0 ? annotation : found;
}

/** What a constructor's `private readonly pool: Pool` receives. */
function parameterField(link: Link, thing: ClassThing | InstanceThing, index: number): Things {
  const constructors = constructorOf(link, classThing(thing.module, thing.class));
  return union(...constructors.map((constructor) => argumentOf(link, constructor, index)));
}

function argumentOf(link: Link, constructor: Thing, index: number): Things {
  if (constructor.kind !== 'function') return [];
  return union(
    ...link.callers(constructor).map((caller) => {
      const value = caller.site.call.args[index];
      return value ? link.of(caller.site.module, value) : [];
    }),
  );
}
