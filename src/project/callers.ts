import type { CallValue } from '../facts/module-facts.js';
import { functionsIn, linkCallbacks } from './callbacks.js';
import { constructorOf, makesObject } from './classes.js';
import type { ConventionalModule } from './conventions.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import { isSuperCall } from './subclasses.js';
import type { Thing } from './thing.js';

/** Tells the functions that are called, and those that are handed over, who calls them. */
export function linkCall(link: Link, site: CallSite): void {
  for (const target of link.called(site)) linkTarget(link, site, target);
  linkCallbacks(link, site);
}

function linkTarget(link: Link, site: CallSite, target: Thing): void {
  if (target.kind === 'function') link.addCaller(target, { site });
  if (target.kind === 'class' && (makesObject(site.call, target) || isSuperCall(site))) {
    for (const constructor of constructorOf(link, target)) linkTarget(link, site, constructor);
  }
}

/** What a framework gives to the functions of a module that it runs because of its place. */
export function linkConvention(link: Link, { module, library, convention }: ConventionalModule): void {
  const things = convention.parameters?.map((name) => property.typed(link, library, name)) ?? [];
  const call: CallValue = {
    kind: 'call',
    callee: { kind: 'unknown', parts: [], span: [0, 0] },
    args: [],
    construct: false,
    optional: false,
    span: [0, 0],
  };
  const exported = module.facts.exports.filter(({ name, value }) => value && (Object.hasOwn(convention.exports, name) || name === '='));
  const functions = exported.flatMap(({ value }) => (value ? functionsIn(link, link.of(module, value)) : []));
  for (const fn of functions) link.addCaller(fn, { site: { module, call, owner: 0 }, things });
}
