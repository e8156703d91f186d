import type { Link } from './link.js';
import { UNKNOWN, type ResourceThing, type Things } from './thing.js';

/** What a library keeps in an array, Set or Map of its own: `sockets.clients`. */
export function collected(link: Link, elements: Things, owner: ResourceThing, under: string): Things {
  const module = owner.origin?.module ?? link.modules[0];
  if (!module) return UNKNOWN;
  const value = { kind: 'array', items: [], span: [0, 0] } as const;
  return [{ kind: 'collection', module, value, of: elements, id: `a:${under}(${owner.id})` }];
}
