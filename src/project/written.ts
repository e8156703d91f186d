import type { MemberWrite, Value } from '../facts/module-facts.js';
import { argumentThings } from './arguments.js';
import { property } from './property.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import {
  externalThing,
  isPlain,
  union,
  type CollectionThing,
  type ExternalThing,
  type ResourceThing,
  type Thing,
  type Things,
} from './thing.js';

/** What is assigned to the property of the thing anywhere: `this.server = …`, `app.db = …`. */
export function writtenTo(link: Link, thing: Thing, name: string): Things {
  const writes = 'module' in thing ? link.places.writesTo(thing.module, name) : link.places.writes(name);
  const own = writes.filter(({ write }) => !bindsItself(write));
  return union(...own.map(({ module, write }) => (isThing(link, module, write.object, thing) ? link.of(module, write.value) : [])));
}

/** `this.stop = this.stop.bind(this)` puts there what was there before. */
function bindsItself({ object, name, value }: MemberWrite): boolean {
  if (value.kind !== 'call' || value.callee.kind !== 'member' || value.callee.name !== 'bind') return false;
  const bound = value.callee.object;
  return object.kind === 'this' && bound.kind === 'member' && bound.object.kind === 'this' && bound.name === name;
}

/** Of something that is not read. A module of the project that says nothing itself may keep what others put on it. */
export function ofExternal(link: Link, thing: ExternalThing, name: string): Things {
  const written = isPlain(thing) ? writtenTo(link, thing, name) : [];
  return written.length > 0 ? written : [externalThing(thing.specifier, thing.path === '' ? name : `${thing.path}.${name}`)];
}

/** What a library's own method puts under the name on any thing of this type. */
export function setOn(link: Link, thing: ResourceThing, name: string): Things {
  return union(
    ...link.places.setters(name).map((site) => {
      const puts = link
        .called(site)
        .flatMap((target) => (target.kind === 'member' && target.receiver?.typeName === thing.typeName ? (target.member.sets ?? []) : []));
      return union(...puts.map(({ value }) => argumentThings(link, site, value)));
    }),
  );
}

/** What is added to the collection anywhere: `closers.push(x)`, `pools.set(name, pool)`, `timers[index] = timer`. */
export function additionsTo(link: Link, thing: CollectionThing): readonly Things[] {
  const here = link.places
    .additions(thing.module)
    .filter(({ call, module }) => call.callee.kind === 'member' && isThing(link, module, call.callee.object, thing));
  const added = here.map(({ call, module }) => {
    const keyed = call.callee.kind === 'member' && call.callee.name === 'set';
    return union(...call.args.slice(keyed ? 1 : 0).map((value) => addedBy(link, module, value)));
  });
  return [...added, writtenTo(link, thing, '*')];
}

/** `all.push(...others)` adds what the others hold. */
function addedBy(link: Link, module: Module, value: Value): Things {
  const things = link.of(module, value);
  if (value.kind !== 'spread') return things;
  return union(...things.map((thing) => (thing.kind === 'collection' ? property.any(link, thing) : [thing])));
}

function isThing(link: Link, module: Module, value: Value, thing: Thing): boolean {
  return link.of(module, value).some((other) => other.id === thing.id);
}
