import { argumentThings } from './arguments.js';
import type { CallValue } from '../facts/module-facts.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { awaited, type ResourceThing } from './thing.js';

const known = new WeakMap<Link, ReadonlyMap<unknown, readonly ResourceThing[]>>();

/** What was opened or started with a signal of the controller, and is closed when that is aborted. */
export function abortedThings(link: Link, { origin }: ResourceThing): readonly ResourceThing[] {
  const byController = known.get(link) ?? abortable(link);
  known.set(link, byController);
  return byController.get(origin?.call) ?? [];
}

/** By the call that made the controller. */
function abortable(link: Link): ReadonlyMap<unknown, readonly ResourceThing[]> {
  const things = new Map<unknown, ResourceThing[]>();
  const calls = link.modules.flatMap((module) => module.calls);
  for (const { controller, closed } of calls.flatMap((site) => abortableAt(link, site)))
    things.set(controller, [...(things.get(controller) ?? []), ...closed]);
  return things;
}

interface Abortable {
  readonly controller: CallValue;
  readonly closed: readonly ResourceThing[];
}

function abortableAt(link: Link, site: CallSite): readonly Abortable[] {
  return link.called(site).flatMap((target) => {
    if (target.kind !== 'member' || target.member.abort === undefined) return [];
    const closed = [...(target.receiver ? [target.receiver] : []), ...awaited(link.of(site.module, site.call))]
      .filter((thing) => thing.kind === 'resource')
      .filter(({ type }) => type.needsClose === true);
    const signals = argumentThings(link, site, target.member.abort);
    return signals.flatMap((signal) => (signal.kind === 'resource' && signal.origin ? [{ controller: signal.origin.call, closed }] : []));
  });
}
