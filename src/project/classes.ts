import type { CallValue, ClassMember } from '../facts/module-facts.js';
import { annotated } from './annotations.js';
import { isTelling } from './bindings.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { injected } from './provisions.js';
import {
  builtinThing,
  classThing,
  functionThing,
  instanceThing,
  union,
  type ClassThing,
  type InstanceThing,
  type Thing,
  type Things,
} from './thing.js';
import { writtenTo } from './written.js';

/** How many superclasses are followed. */
const GENERATIONS = 8;

/** A member of an instance (or a static one of a class): methods bound to it, what fields hold. */
export function instanceMember(link: Link, thing: ClassThing | InstanceThing, name: string): Things {
  return inherited(link, thing, (one) => {
    const members = one.module.class(one.class)?.members ?? [];
    const own = members.filter((member) => member.name === name && member.static === (one.kind === 'class') && member.kind !== 'set');
    return { found: union(...own.map((member) => memberThings(link, one, member))), isEnd: own.length > 0 };
  });
}

/** What can be read of a class by a key that is computed: `Servers[protocol]`. */
export function staticNames({ module, class: cls }: ClassThing): readonly string[] {
  const members = module.class(cls)?.members ?? [];
  return members.flatMap(({ name, kind, static: isStatic, private: isPrivate }) =>
    name !== undefined && isStatic && !isPrivate && kind !== 'set' ? [name] : [],
  );
}

/** What a class has, and its superclasses as far as it says nothing. Each is asked once: a mix-in may have many above it. */
export function inherited(
  link: Link,
  thing: ClassThing | InstanceThing,
  ask: (one: ClassThing | InstanceThing) => { readonly found: Things; readonly isEnd: boolean },
): Things {
  const all: Things[] = [];
  const seen = new Set([thing.id]);
  let level: readonly (ClassThing | InstanceThing)[] = [thing];
  for (let generation = 0; generation <= GENERATIONS && level.length > 0; generation += 1) {
    const answers = level.map((one) => ({ one, ...ask(one) }));
    all.push(...answers.map(({ found }) => found));
    const above = answers.flatMap(({ one, isEnd }) =>
      isEnd ? [] : superclasses(link, one.module, one.class).map((parent) => asKind(one, parent)),
    );
    level = above.filter(({ id }) => !seen.has(id) && seen.add(id).has(id));
  }
  return union(...all);
}

function asKind(thing: ClassThing | InstanceThing, parent: ClassThing): ClassThing | InstanceThing {
  return thing.kind === 'class' ? parent : instanceThing(parent.module, parent.class);
}

/** `new` makes an object of a class; constructor functions make theirs without it too: `if (!(this instanceof Server)) return new Server()`. */
export function makesObject({ construct }: CallValue, { module, class: cls }: ClassThing): boolean {
  return construct || module.class(cls)?.constructorFunction === true;
}

/** What a class has since it is a function: `Server.prototype`, and `call` of a constructor function. */
export function ofFunction(thing: ClassThing, name: string): Things | undefined {
  if (name === 'prototype') return [instanceThing(thing.module, thing.class)];
  const isCallable = thing.module.class(thing.class)?.constructorFunction === true;
  return isCallable && (name === 'bind' || name === 'call' || name === 'apply') ? [builtinThing(name, thing)] : undefined;
}

/** The constructor that `new` runs: its own, else the inherited one. */
export function constructorOf(link: Link, thing: ClassThing): Things {
  return inherited(link, thing, ({ module, class: cls }) => {
    const own = module.class(cls)?.members.find((member) => member.kind === 'constructor');
    const found = own?.function === undefined ? [] : [functionThing(module, own.function, instanceThing(module, cls))];
    return { found, isEnd: own?.function !== undefined && module.function(own.function)?.implicit !== true };
  });
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
  const written = member.name === undefined ? [] : writtenTo(link, thing, member.name);
  const found = union(value, passed, written);
  if (found.some(isTelling)) return found;
  const given = injected(link, thing.module, member.decorators);
  if (given.length > 0 || !member.type) return union(found, given);
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
