import type { Value } from '../../facts/module-facts.js';
import { allValues } from '../../facts/walk.js';
import type { CallSite } from '../module.js';
import { closedWith } from '../ownership.js';
import { parametersIn } from '../passing.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import { closesWhenLive, takesWork, withoutPromise } from '../starts.js';
import type { ResourceThing, Thing } from '../thing.js';
import { neverUsed } from './never-used.js';

/** Whether it is not certain that a thing is opened at all, or that it ever takes work. */
export function isDoubtful(service: Service, process: Process, thing: ResourceThing, site: CallSite): boolean {
  return isMaybeGiven(service, thing, site) || neverLive(service, thing) || neverUsed(service, process, thing);
}

/** Opened only where the caller passes none: `redis ?? new Redis()`, `return 'on' in options ? options : new Redis(options)`. */
function isMaybeGiven({ reach }: Service, { library }: ResourceThing, { module, call, owner }: CallSite): boolean {
  const instead = alternativesTo(call, [...allValues(module.function(owner)?.body ?? []), ...(module.returns.get(owner) ?? [])]);
  const returned = module.returns.get(owner) ?? [];
  const others = returned.some((value) => isOrHolds(value, call)) ? returned.filter((value) => !isOrHolds(value, call)) : [];
  return [...instead, ...others]
    .flatMap((value) => parametersIn(module, value))
    .some((passed) =>
      reach.passing
        .callersOf(passed)
        .some((caller) => reach.passing.by(caller, passed).things.some((one) => one.kind === 'resource' && one.library === library)),
    );
}

/** What stands beside the call in a choice. */
function alternativesTo(call: Value, values: readonly Value[]): readonly Value[] {
  return values.flatMap((value) =>
    value.kind === 'choice' && isOrHolds(value, call) ? value.options.filter((option) => !isOrHolds(option, call)) : [],
  );
}

function isOrHolds(value: Value, call: Value): boolean {
  if (value === call) return true;
  if (value.kind === 'await') return isOrHolds(value.value, call);
  return value.kind === 'choice' && value.options.some((option) => isOrHolds(option, call));
}

const known = new WeakMap<Service, ReadonlySet<string>>();

/** A server, or an application, that nothing makes live: one that only writes its schema for example. */
function neverLive(service: Service, thing: ResourceThing): boolean {
  return takesWork(thing) && hasStart(service, thing) && !liveIn(service).has(thing.id);
}

/** Its type has methods by which it begins. */
function hasStart({ link }: Service, { type, library }: ResourceThing): boolean {
  const own = Object.values(type.members ?? {}).some(({ starts }) => starts !== undefined);
  return (
    own ||
    (type.extends ?? []).some((name) => {
      const parent = link.knowledge.type(name, library);
      return Object.values(parent?.type.members ?? {}).some(({ starts }) => starts !== undefined);
    })
  );
}

/** All that begins to take work anywhere, and what belongs to it. */
function liveIn(service: Service): ReadonlySet<string> {
  const before = known.get(service);
  if (before) return before;
  const started = service.calls.flatMap((site) => [
    ...service.reach.startsAt(site).map(({ thing }) => thing),
    ...maybeStarted(service, site),
  ]);
  const live = closedWith(service, started);
  known.set(service, live);
  return live;
}

/** What a call may start, by a condition that is not seen. */
function maybeStarted({ link }: Service, site: CallSite): readonly Thing[] {
  return link
    .called(site)
    .flatMap(withoutPromise)
    .flatMap((target) => (target.kind === 'member' && target.member.starts !== undefined && target.receiver ? [target.receiver] : []))
    .filter((thing) => !closesWhenLive(link, site, thing));
}
