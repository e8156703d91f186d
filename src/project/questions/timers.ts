import { argumentGiven, argumentThings, conditionHolds } from '../arguments.js';
import { handoversOf } from '../callbacks.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { runsInPage } from '../pages.js';
import { property } from '../property.js';
import { reconnects, renewsItself } from '../renewing.js';
import { isInService } from './beside-service.js';
import { isEndedByName } from './named-handles.js';
import { leftBySigterm } from './other-signals.js';
import { signalRoots } from './shutdown-roots.js';
import { beginsHere, hasNothingToRun } from './timer-beginnings.js';
import { diesAtOnce, isHolding, isKilled } from './timer-processes.js';
import { isUncalled } from './uncalled-ends.js';
import { functionThing, type BuiltinThing, type FunctionThing, type MemberThing, type Thing } from '../thing.js';

/** A timer that goes on by itself and that nothing ends. */
export interface StandingTimer {
  readonly site: CallSite;
  readonly member: MemberThing;
  /** A `setTimeout` that starts itself again. */
  readonly renews: boolean;
  /** Keeps the process alive, since a shutdown of it does not end it. */
  readonly holds: boolean;
  /** Nothing shuts its processes down: the signal ends them at once. */
  readonly killed: boolean;
  /** The shutdown for another signal clears it, and that for SIGTERM waits for the end of all. */
  readonly left: boolean;
}

export function unclearedTimers(service: Service): readonly StandingTimer[] {
  const ends = endsOf(service);
  const timers = service.calls
    .flatMap((site) => standingTimers(service, site))
    .filter(({ site }) => isInService(service, site) && !runsInPage(site));
  return timers.flatMap((timer): readonly StandingTimer[] => {
    const { site } = timer;
    if (diesAtOnce(service, site) || endsItself(service, timer)) return [];
    const own = endsOfTimer(service, timer, ends);
    const left =
      own.every(({ kind }) => kind === 'clear') &&
      leftBySigterm(
        service,
        site,
        own.map((end) => end.site),
      ).length > 0;
    if (own.length > 0 && !left) return [];
    const killed = isKilled(service, site);
    // Nothing is in hand while a connection is gone. Where there is a shutdown, its own close would begin it anew.
    if (killed && timer.renews && reconnects(site)) return [];
    return [{ ...timer, holds: isHolding(service, site), killed, left }];
  });
}

type Timer = Omit<StandingTimer, 'holds' | 'killed' | 'left'>;

function standingTimers(service: Service, site: CallSite): readonly Timer[] {
  return service.link.called(site).flatMap((member): readonly Timer[] => {
    if (member.kind !== 'member' || member.member.timer === undefined || hasNothingToRun(site, member)) return [];
    if (!beginsHere(service, site, member)) return [];
    if (member.member.timer === 'repeating') return [{ site, member, renews: false }];
    return renewsItself(service, site) && !isChunk(member) ? [{ site, member, renews: true }] : [];
  });
}

/** `setImmediate(next)` waits for no time: it cuts work into pieces, and ends with it. */
function isChunk({ name }: MemberThing): boolean {
  return name === 'setImmediate';
}

interface End {
  readonly site: CallSite;
  readonly kind: 'clear' | 'unref' | 'handed' | 'all';
  readonly things: readonly Thing[];
}

/** Every call that clears or unrefs a timer, or gives its handle to something unseen. */
function endsOf(service: Service): readonly End[] {
  return service.calls.flatMap((site) =>
    service.link.called(site).flatMap((target): readonly End[] => {
      if (target.kind === 'unknown' || target.kind === 'external')
        return [{ site, kind: 'handed', things: site.call.args.flatMap((value) => service.link.of(site.module, value)) }];
      if (target.kind === 'builtin') return clearedByName(service, site, target);
      if (target.kind !== 'member') return [];
      if (target.member.clearsAll) return [{ site, kind: 'all', things: [target] }];
      if (target.member.unrefs && target.receiver) return [{ site, kind: 'unref', things: [target.receiver] }];
      if (target.member.clears === undefined) return [];
      const things =
        target.member.clears === 'this'
          ? target.receiver
            ? [target.receiver]
            : []
          : service.link.of(site.module, site.call.args[target.member.clears] ?? site.call);
      return [{ site, kind: 'clear', things }];
    }),
  );
}

/** `timers.forEach(clearInterval)`, `clearInterval.bind(undefined, timer)`. */
function clearedByName(service: Service, site: CallSite, { name, receiver }: BuiltinThing): readonly End[] {
  const at = name === 'bind' && receiver.kind === 'member' ? receiver.member.clears : undefined;
  if (typeof at === 'number') return [{ site, kind: 'handed', things: argumentThings(service.link, site, at + 1) }];
  const clears = argumentThings(service.link, site, 0).some((thing) => thing.kind === 'member' && thing.member.clears !== undefined);
  return clears ? [{ site, kind: 'handed', things: property.any(service.link, receiver) }] : [];
}

/** Whoever made it has seen to its end, or is to do so. */
function endsItself(service: Service, { site, member }: Timer): boolean {
  if (member.member.abort !== undefined && argumentGiven(service.link, site, member.member.abort) !== 'no') return true;
  const { unrefs } = member.member;
  if (unrefs !== undefined && unrefs !== true && conditionHolds(service.link, site, unrefs) === 'yes') return true;
  return isDropped(service, site) || isOfShutdown(service, site) || isEndedByName(service, site);
}

/** The calls by which it ends. */
function endsOfTimer(service: Service, { site, member }: Timer, ends: readonly End[]): readonly End[] {
  const handle = service.link.of(site.module, site.call).map((thing) => thing.id);
  const own = ends.filter((end) =>
    end.kind === 'all'
      ? end.things.some((thing) => thing.kind === 'member' && thing.library === member.library)
      : end.things.some((thing) => handle.includes(thing.id)),
  );
  return own.filter(
    (end) => (end.kind !== 'clear' || !(isReset(service, end.site, site) || isAtExit(service, end.site))) && !isUncalled(service, end.site),
  );
}

/** `process.on('exit', () => clearInterval(timer))`: then there is nothing left to be cleared. */
function isAtExit(service: Service, { module, owner }: CallSite): boolean {
  return service
    .handed('exit')
    .some(({ site }) => site.module === module && site.call.args.some((value) => value.kind === 'function' && value.function === owner));
}

/** A shutdown that ends the process starts it. */
function isOfShutdown(service: Service, site: CallSite): boolean {
  return signalRoots(service).some(
    ({ fn }) => service.reach.from([fn]).has(functionThing(site.module, site.owner).id) && service.run(fn).exits.length > 0,
  );
}

/** Made with `using`, or returned to somebody who is not seen. */
function isDropped(service: Service, site: CallSite): boolean {
  if (
    site.module.facts.bindings.some(
      ({ kind, sources }) => (kind === 'using' || kind === 'await using') && sources.some(({ value }) => value === site.call),
    )
  )
    return true;
  const returned = (site.module.returns.get(site.owner) ?? []).includes(site.call);
  return returned && service.link.callers(functionThing(site.module, site.owner)).length === 0;
}

/** Clears only to set the timer again: no end of it. */
function isReset(service: Service, clear: CallSite, timer: CallSite): boolean {
  if (clear.module !== timer.module || clear.owner === 0) return false;
  const fn = functionThing(clear.module, clear.owner);
  const callback = handoversOf(service.link, timer).some(({ functions }) => functions.some((one) => one.id === fn.id));
  if (callback) return false;
  if (clear.owner === timer.owner) return clear.call.span[0] < timer.call.span[0];
  return leadsWithin(service, fn, clear.call.span[1], functionThing(timer.module, timer.owner));
}

/**
 * By calls that come after the clear, within the module, and that make nothing new: what was called before it has set what it
 * clears, and what comes round by other modules is another object's start.
 */
function leadsWithin(service: Service, from: FunctionThing, after: number, to: FunctionThing): boolean {
  const seen = new Map([[from.id, from]]);
  for (const fn of seen.values()) {
    const calls = service.reach.callsIn(fn).filter(({ call }) => !call.construct && (fn !== from || call.span[0] >= after));
    const next = calls.flatMap((site) => service.reach.edgesAt(site).functions).filter(({ module }) => module === from.module);
    for (const one of next) seen.set(one.id, one);
  }
  return seen.has(to.id);
}
