import { isQuestion } from '../asides.js';
import type { CallSite } from '../module.js';
import type { Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import { functionThing } from '../thing.js';
import type { ShutdownRoot } from './shutdown-roots.js';

interface Early {
  readonly early: Operation;
  readonly user: Operation | undefined;
  readonly root: ShutdownRoot;
}

/**
 * Where the order is chosen. The function that closes the dependency, and that others may call where it is right, is not to blame:
 * the place is where the ways to both closes part, or the call in the shutdown that closes nothing else.
 */
export function placeOfOrder(service: Service, { early, user, root }: Early): CallSite {
  const way = wayTo(early);
  if (user) return way.slice(partingOf(way, wayTo(user))).find((site) => callsProject(service, site)) ?? early.site;
  return (root.why === 'signal' ? placeInShutdown(service, way) : undefined) ?? early.site;
}

/** The calls that lead to the operation, and its own. */
function wayTo({ stack, site }: Operation): readonly CallSite[] {
  return [...stack, site];
}

/** How many calls both ways begin with. */
function partingOf(one: readonly CallSite[], other: readonly CallSite[]): number {
  const index = one.findIndex((site, at) => site.call !== other[at]?.call);
  return index < 0 ? one.length : index;
}

/** The first call on the way that stands in a function which does more than to pass on. */
function placeInShutdown(service: Service, way: readonly CallSite[]): CallSite | undefined {
  return way.find((site) => callsProject(service, site) && !isPassedOn(service, site));
}

/** What runs a callback (`then`, `forEach`) has its body in place, and the call there says more. */
function callsProject(service: Service, site: CallSite): boolean {
  return service.link.called(site).some((thing) => thing.kind === 'function' || thing.kind === 'class');
}

/** The only thing its function does, besides logs and what waits for it: `() => void shutdown()`. */
function isPassedOn(service: Service, site: CallSite): boolean {
  const { module, call, owner } = site;
  const others = service.reach
    .callsIn(functionThing(module, owner))
    .filter((other) => other.call !== call && !service.isLog(other) && !isQuestion(service.link, other));
  return others.every((other) => PROMISE_METHODS.has(service.link.nameOf(other)));
}

const PROMISE_METHODS: ReadonlySet<string> = new Set(['then', 'catch', 'finally', 'unref']);
