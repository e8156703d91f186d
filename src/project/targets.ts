import type { Value } from '../facts/module-facts.js';
import { functionsIn, handoversOf } from './callbacks.js';
import { constructorOf } from './classes.js';
import { callsNothing } from './inert.js';
import type { Link } from './link.js';
import type { CallSite, Module } from './module.js';
import { property } from './property.js';
import type { FunctionThing, Thing } from './thing.js';

/** The functions that run by a call: what it calls and what it hands over. */
export function targetsOf(link: Link, site: CallSite): readonly FunctionThing[] {
  const targets = link.called(site);
  const direct = targets.flatMap((target) => called(link, target));
  const handed = handoversOf(link, site).flatMap((handover) => handover.functions);
  return [...direct, ...handed, ...(targets.every(isOfProject) ? [] : passed(link, site))];
}

function called(link: Link, target: Thing): readonly FunctionThing[] {
  if (target.kind === 'function') return [target];
  if (target.kind === 'builtin') return called(link, target.receiver);
  if (target.kind === 'promisified') return target.of.flatMap((inner) => called(link, inner));
  if (target.kind !== 'class') return [];
  return constructorOf(link, target).flatMap((inner) => (inner.kind === 'function' ? [inner] : []));
}

/** Functions given to code that is not the project's: taken to be called. */
function passed(link: Link, { module, call }: CallSite): readonly FunctionThing[] {
  if (callsNothing(call)) return [];
  return call.args.flatMap((value) => functionsOf(link, module, value));
}

function functionsOf(link: Link, module: Module, value: Value): readonly FunctionThing[] {
  const things = link.of(module, value);
  const objects = things.filter((thing) => thing.kind === 'object');
  const inside = objects.flatMap((thing) => property.any(link, thing));
  return functionsIn(link, [...things, ...inside]);
}

function isOfProject(thing: Thing): boolean {
  return thing.kind === 'function' || thing.kind === 'class';
}
