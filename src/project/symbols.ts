import { argumentThings, texts } from './arguments.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { constantThing, type Things } from './thing.js';

/** A symbol is what it was made for: each `Symbol()` another one, `Symbol.for('db')` the same everywhere. */
export function symbolThings(link: Link, site: CallSite): Things {
  const { callee, construct, span } = site.call;
  if (construct) return [];
  if (callee.kind === 'global' && callee.name === 'Symbol') return [constantThing(`@@${site.module.key}#${String(span[0])}`)];
  if (callee.kind !== 'member' || callee.object.kind !== 'global' || callee.object.name !== 'Symbol' || callee.name !== 'for') return [];
  return texts(argumentThings(link, site, 0)).map((name) => constantThing(`@@for ${name}`));
}
