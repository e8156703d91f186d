/** What stands in arrays, Sets and Maps. */
import type { CallValue } from '../facts/module-facts.js';
import type { Link } from './link.js';
import { property } from './property.js';
import { awaited, union, type CollectionThing, type Things } from './thing.js';
import { additionsTo, writtenTo } from './written.js';

/** The element at a position, as far as that can be told; any of them where something unseen stands before it. */
export function elementAt(link: Link, thing: CollectionThing, index: number): Things {
  if (thing.settles) return awaited(elementAt(link, thing.settles, index));
  const items = thing.value.kind === 'array' && !thing.of ? thing.value.items : [];
  const item = items[index];
  if (!item || items.slice(0, index + 1).some(({ kind }) => kind === 'spread')) return property.any(link, thing);
  return union(link.of(thing.module, item), writtenTo(link, thing, '*'), writtenTo(link, thing, String(index)));
}

export function elements(link: Link, thing: CollectionThing): Things {
  if (thing.settles) return awaited(property.any(link, thing.settles));
  if (thing.of) return thing.of;
  if (thing.value.kind === 'call') return union(mapped(link, thing, thing.value), ...additionsTo(link, thing));
  const items = thing.value.kind === 'array' ? thing.value.items : [];
  const own = items.map((item) => spreadElements(link, thing, item));
  return union(...own, ...additionsTo(link, thing));
}

/** The elements of what `items.map(fn)` gives, or of a copy; what a map is made with are pairs. */
function mapped(link: Link, thing: CollectionThing, call: CallValue): Things {
  const [first] = call.args;
  const found = union(
    ...(first ? link.of(thing.module, first) : []).map((inner) =>
      inner.kind === 'function' ? link.returnedAsCalled(inner) : property.any(link, inner),
    ),
  );
  if (call.callee.kind !== 'global' || call.callee.name !== 'Map') return found;
  return union(...found.map((entry) => (entry.kind === 'collection' ? property.any(link, entry) : [entry])));
}

function spreadElements(link: Link, thing: CollectionThing, item: Parameters<Link['of']>[1]): Things {
  const things = link.of(thing.module, item);
  return item.kind === 'spread' ? union(...things.map((inner) => property.any(link, inner))) : things;
}
