import { instanceMember, superclasses } from './classes.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { instanceThing, union, UNKNOWN, type InstanceThing, type Things } from './thing.js';
import { writtenTo } from './written.js';

/** How many superclasses are followed. */
const GENERATIONS = 8;

/** What its class has, else what the subclasses have: a method of the base calls theirs. */
export function ofInstance(link: Link, thing: InstanceThing, name: string): Things {
  const found = union(instanceMember(link, thing, name), writtenTo(link, thing, name));
  if (found.length > 0) return found;
  const below = overridden(link, thing, name);
  return below.length > 0 ? below : UNKNOWN;
}

/** What the subclasses of a class have under a name that it lacks itself: `this.stop()` in the base, `stop()` in each that extends it. */
function overridden(link: Link, thing: InstanceThing, name: string): Things {
  return union(
    ...link.modules.flatMap((module) =>
      module.facts.classes.flatMap(({ superclass, members }, index) => {
        const isNamed = superclass !== undefined && members.some((member) => member.name === name && !member.static);
        return isNamed && extendsClass(link, module, index, thing) ? [instanceMember(link, instanceThing(module, index), name)] : [];
      }),
    ),
  );
}

function extendsClass(link: Link, module: Module, cls: number, base: InstanceThing, generation = 0): boolean {
  if (generation > GENERATIONS) return false;
  return superclasses(link, module, cls).some(
    (parent) =>
      (parent.module === base.module && parent.class === base.class) ||
      extendsClass(link, parent.module, parent.class, base, generation + 1),
  );
}
