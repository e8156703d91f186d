import { constructorOf, instanceMember, superclasses } from './classes.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { takesWork } from './starts.js';
import { classThing, instanceThing, resourceThing, union, type MemberThing, type ResourceThing, type Things } from './thing.js';

const GENERATIONS = 8;

/** What an object of the class is: a thing of the library whose class it extends, `class Db extends PrismaClient`, else one of the project's. `made` is the `new` that makes it. */
export function objectsOf(link: Link, module: Module, cls: number, made?: CallSite): Things {
  const base = libraryBase(link, module, cls);
  const type = typeof base?.member.returns === 'string' ? link.knowledge.type(base.member.returns, base.library) : undefined;
  if (!type) return [instanceThing(module, cls)];
  const thing = resourceThing(type.library, type.name, type.type, originOf(link, module, cls) ?? made);
  if (!takesWork(thing) && type.type.needsClose !== true && type.type.anyCallIsIo !== true) return [instanceThing(module, cls)];
  return [{ ...thing, subclass: { module, class: cls }, id: `r:${type.library.name}#${type.name}@c:${module.key}#${String(cls)}` }];
}

/** The class of a library that a class extends, itself or through others of the project. */
export function libraryBase(link: Link, module: Module, cls: number, generation = 0): MemberThing | undefined {
  const superclass = module.class(cls)?.superclass;
  if (!superclass || generation > GENERATIONS) return undefined;
  const own = link.of(module, superclass).find((thing) => thing.kind === 'member');
  if (own) return own;
  const [parent] = superclasses(link, module, cls);
  return parent && libraryBase(link, parent.module, parent.class, generation + 1);
}

/** Whether a class has members of this name itself; what it inherits from a library is not asked. */
export function hasOwnMember(link: Link, { subclass }: ResourceThing, name: string): boolean {
  return subclass !== undefined && ownMembers(link, subclass, name).length > 0;
}

export function ownMembers(link: Link, subclass: NonNullable<ResourceThing['subclass']>, name: string): Things {
  return instanceMember(link, instanceThing(subclass.module, subclass.class), name);
}

/** The call with which the library's constructor runs: `super(…)`, else a `new` of the class. */
function originOf(link: Link, module: Module, cls: number): CallSite | undefined {
  const constructors = constructorOf(link, classThing(module, cls)).filter((thing) => thing.kind === 'function');
  const calls = constructors.flatMap((fn) => fn.module.calls.filter((site) => site.owner === fn.function && isSuperCall(site)));
  const [site] = calls.length > 0 ? calls : constructors.flatMap((fn) => link.callers(fn).map((caller) => caller.site));
  return site;
}

export function isSuperCall({ call: { callee } }: Pick<CallSite, 'call'>): boolean {
  return callee.kind === 'this' && callee.super;
}

/** A class without a constructor of its own: `new` runs the one of the library with the same arguments. */
function constructsBase(link: Link, module: Module, cls: number): MemberThing | undefined {
  const constructors = constructorOf(link, classThing(module, cls)).filter((thing) => thing.kind === 'function');
  const isWritten = constructors.some((fn) => fn.module.function(fn.function)?.implicit !== true);
  return isWritten ? undefined : libraryBase(link, module, cls);
}

/** `new` of a class without a constructor runs that of the library's class which it extends. */
export function withBase(link: Link, { construct }: CallSite['call'], things: Things): Things {
  if (!construct || !things.some((thing) => thing.kind === 'class')) return things;
  const bases = things.flatMap((thing) => (thing.kind === 'class' ? (constructsBase(link, thing.module, thing.class) ?? []) : []));
  return union(things, bases);
}
