import { withMethodsNamed } from './duck-typing.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { withBase } from './subclasses.js';
import { memberThing, type Things } from './thing.js';

/** What a call calls: functions, and what a thing of a library does when it is called itself (`knex('users')`). */
export function calledThings(link: Link, { module, call }: Pick<CallSite, 'module' | 'call'>): Things {
  const things = withMethodsNamed(link, module, call, withBase(link, call, link.known(module, call.callee)));
  if (!things.some((thing) => thing.kind === 'resource' && thing.type.call)) return things;
  return things.map((thing) =>
    thing.kind === 'resource' && thing.type.call ? memberThing(thing.library, `${thing.typeName}()`, thing.type.call, thing) : thing,
  );
}
