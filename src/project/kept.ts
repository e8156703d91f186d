import type { Close, Library } from '../catalogue/shape.js';
import { argumentThings } from './arguments.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import { awaited, type MemberThing, type ResourceThing, type Things } from './thing.js';

const known = new WeakMap<Link, Map<string, readonly ResourceThing[]>>();

/** What a close closes: an argument, the receiver, or what the library keeps for itself. */
export function closedThings(link: Link, site: CallSite, target: MemberThing, close: Close): Things {
  if (close.of !== undefined) return argumentThings(link, site, close.of);
  if (target.receiver) return [target.receiver];
  return close.kept === undefined ? [] : keptThings(link, target.library, close.kept);
}

/** All that the program opens of a type; what the library hands out of it where the program opens none. */
function keptThings(link: Link, library: Library, name: string): Things {
  const ofLink = known.get(link) ?? new Map<string, readonly ResourceThing[]>();
  known.set(link, ofLink);
  const key = `${library.name}#${name}`;
  const before = ofLink.get(key);
  if (before) return before;
  const opened = link.modules
    .flatMap((module) => module.calls.flatMap((site) => awaited(link.of(module, site.call))))
    .filter((thing) => thing.kind === 'resource' && thing.origin !== undefined && thing.library === library && thing.typeName === name);
  const kept = (opened.length > 0 ? opened : property.typed(link, library, name)).filter((thing) => thing.kind === 'resource');
  ofLink.set(key, kept);
  return kept;
}
