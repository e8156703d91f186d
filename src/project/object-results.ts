import type { PropertyFact, Span, Value } from '../facts/module-facts.js';
import { argumentThings } from './arguments.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import { collectionThing, union, UNKNOWN, type Thing, type Things } from './thing.js';
import { writtenTo } from './written.js';

/** What the functions of `Object` give. */
export function objectResult(link: Link, site: CallSite, name: string | undefined): Things {
  const first = argumentThings(link, site, 0);
  if (name === 'values' || name === 'entries' || name === 'keys') return union(...first.map((thing) => [listed(link, site, thing, name)]));
  if (name === 'freeze' || name === 'seal' || name === 'create') return first;
  return name === 'assign' ? union(first, argumentThings(link, site, 1)) : UNKNOWN;
}

/** `Object.keys(x)` and its kin of an object that stands in the text, as the array that they give. */
function listed(link: Link, site: CallSite, thing: Thing, name: 'values' | 'entries' | 'keys'): Thing {
  const { span } = site.call;
  const properties = thing.kind === 'object' ? thing.value.properties.filter((property) => property.kind !== 'spread') : [];
  const key = (property: PropertyFact): Value => ({ kind: 'literal', value: property.name ?? '', span });
  const item = (property: PropertyFact): Value => {
    if (name === 'entries') return { kind: 'array', items: [key(property), property.value], span: nowhere(property.value.span) };
    return name === 'keys' ? key(property) : property.value;
  };
  const module = thing.kind === 'object' ? thing.module : site.module;
  const items = [...properties.map(item), ...(name === 'entries' && module === site.module ? writtenEntries(link, site, thing) : [])];
  // What is written under names that are only known when it runs stands in no text, nor does what a library keeps (`cluster.workers`).
  const isOpen = name === 'values' && (thing.kind === 'collection' || writtenTo(link, thing, '*').length > 0);
  return {
    ...collectionThing(module, { kind: 'array', items, span }),
    id: `a:${name}(${thing.id})`,
    ...(isOpen && { of: property.any(link, thing) }),
  };
}

/** One entry for all that is written under names that are only known when it runs. */
function writtenEntries(link: Link, { call: { args, span } }: CallSite, thing: Thing): readonly Value[] {
  const [object] = args;
  if (!object || writtenTo(link, thing, '*').length === 0) return [];
  const place = nowhere(span);
  const value: Value = { kind: 'member', object, optional: false, span: place };
  return [{ kind: 'array', items: [{ kind: 'literal', value: '', span: place }, value], span: place }];
}

/** A place of its own that no text has: what is made of values is told apart by it. */
function nowhere([start, end]: Span): Span {
  return [-1 - start, -1 - end];
}
