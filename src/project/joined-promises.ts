/** What several promises that are waited for at once give. */
import type { Member } from '../catalogue/shape.js';
import type { Value } from '../facts/module-facts.js';
import { argumentThings } from './arguments.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import { awaited, collectionThing, union, UNKNOWN, type CollectionThing, type Things } from './thing.js';

export function joined(link: Link, site: CallSite, how: Member['joins']): Things {
  const given = argumentThings(link, site, 0);
  if (how === 'allSettled') return union(...given.map((thing) => (thing.kind === 'collection' ? outcomesOf(thing) : UNKNOWN)));
  const lists = how === 'all' ? given.filter((thing) => thing.kind === 'collection') : [];
  if (lists.length === 0) return awaited(union(...given.map((thing) => property.any(link, thing))));
  return lists.map((list) => ({ ...list, settles: list, id: `${list.id}!` }));
}

/** `{ status: 'fulfilled', value }` for each, as far as they are written one by one. */
function outcomesOf({ module, value }: CollectionThing): Things {
  if (value.kind !== 'array' || value.items.some(({ kind }) => kind === 'spread')) return UNKNOWN;
  const items = value.items.map((item): Value => {
    const { span } = item;
    return { kind: 'object', properties: [{ name: 'value', kind: 'property', value: { kind: 'await', value: item, span } }], span };
  });
  const list = collectionThing(module, { kind: 'array', items, span: value.span });
  return [{ ...list, id: `${list.id}?` }];
}
