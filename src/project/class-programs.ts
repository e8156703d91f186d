import { instanceMember } from './classes.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { libraryBase } from './subclasses.js';
import { instanceThing, type FunctionThing } from './thing.js';

/** Of a link, since a module may outlive an edit of the one that has the base class. */
const known = new WeakMap<Link, Map<Module, readonly FunctionThing[]>>();

/** The methods that a library calls in an object which it makes of a class of the module: the class is a program (`class Start extends Command`). */
export function programMethods(link: Link, module: Module): readonly FunctionThing[] {
  const ofLink = known.get(link) ?? new Map<Module, readonly FunctionThing[]>();
  known.set(link, ofLink);
  const found = ofLink.get(module) ?? findMethods(link, module);
  ofLink.set(module, found);
  return found;
}

function findMethods(link: Link, module: Module): readonly FunctionThing[] {
  return module.facts.classes.flatMap(({ superclass }, index) => {
    const base = superclass && libraryBase(link, module, index);
    const type = typeof base?.member.returns === 'string' ? link.knowledge.type(base.member.returns, base.library) : undefined;
    return (type?.type.program ?? []).flatMap((name) =>
      instanceMember(link, instanceThing(module, index), name).filter((thing) => thing.kind === 'function'),
    );
  });
}
