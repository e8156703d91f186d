import type { Span } from '../../facts/module-facts.js';
import { argumentGiven } from '../arguments.js';
import { handoversOf } from '../callbacks.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { FunctionThing, MemberThing } from '../thing.js';

/** Why a handler keeps its caller waiting. */
export interface Blocking {
  /** `sync` blocks the event loop; `dependency` waits for something outside the process. */
  readonly how: 'sync' | 'dependency';
  /** The call in the handler. */
  readonly site: CallSite;
  /** The call that it leads to, the same or one in a function further down. */
  readonly source: CallSite;
  readonly member: MemberThing;
  /** A dependency that is asked with a bound on the time. */
  readonly bounded: 'yes' | 'no' | 'unknown';
}

const DEEPEST = 8;
const BOUNDING = /time_?out|race|deadline|abort|limit|within/iu;

/** The calls of a handler, or of a part of it, that lead to blocking work or to a dependency. */
export function blockingCalls(service: Service, fn: FunctionThing, part?: Span): readonly Blocking[] {
  const sites = service.reach.callsIn(fn).filter(({ call }) => !part || contains(part, call.span));
  const nested = nestedCallbacks(service, sites, part ? fn : undefined);
  const found = [...sites, ...nested].flatMap((site) => leadsTo(service, site, new Set([fn.id]), 0).map((blocking) => ({ ...blocking, site })));
  return found.filter((one) => !found.some((other) => other !== one && other.how === one.how && other.site.call !== one.site.call && contains(other.site.call.span, one.site.call.span)));
}

function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Calls in functions written inside the part: they run with it. A whole function's are found by following what it hands over. */
function nestedCallbacks(service: Service, sites: readonly CallSite[], within: FunctionThing | undefined): readonly CallSite[] {
  if (!within) return [];
  return sites.flatMap((site) => inlineFunctions(service, site).flatMap((fn) => service.reach.callsIn(fn)));
}

function inlineFunctions(service: Service, site: CallSite): readonly FunctionThing[] {
  return service.reach.targetsOf(site).filter((fn) => fn.module === site.module && contains(site.call.span, fn.module.function(fn.function)?.span ?? [0, 0]));
}

function leadsTo(service: Service, site: CallSite, seen: ReadonlySet<string>, depth: number): readonly Omit<Blocking, 'site'>[] {
  const direct = service.link.of(site.module, site.call.callee).flatMap((target) => (target.kind === 'member' ? directly(service, site, target) : []));
  if (direct.length > 0 || depth > DEEPEST) return direct;
  const later = new Set(handoversOf(service.link, site).filter(({ role }) => !AT_ONCE.has(role)).flatMap(({ functions }) => functions.map((fn) => fn.id)));
  const next = service.reach.targetsOf(site).filter((fn) => !seen.has(fn.id) && !later.has(fn.id));
  const isBounding = BOUNDING.test(service.text(site.module, site.call.callee.span));
  const inside = next.flatMap((fn) => service.reach.callsIn(fn).flatMap((inner) => leadsTo(service, inner, new Set([...seen, fn.id]), depth + 1)));
  return isBounding ? inside.map((blocking) => ({ ...blocking, bounded: 'yes' as const })) : inside;
}

const AT_ONCE: ReadonlySet<string> = new Set(['now', 'settled', 'completion']);

function directly(service: Service, site: CallSite, target: MemberThing): readonly Omit<Blocking, 'site'>[] {
  if (target.member.blocks) return [{ how: 'sync', source: site, member: target, bounded: 'no' }];
  if (target.member.io === undefined) return [];
  return [{ how: 'dependency', source: site, member: target, bounded: boundOf(service, site, target) }];
}

/** Whether the call, or the client that it is made with, has a time-out. */
function boundOf(service: Service, site: CallSite, target: MemberThing): 'yes' | 'no' | 'unknown' {
  if (isRaced(service, site)) return 'yes';
  const { io } = target.member;
  const own = typeof io === 'object' ? io.timeout.map((at) => argumentGiven(service.link, site, at)) : [];
  const origin = target.receiver?.origin;
  const client = origin ? (target.receiver.type.timeouts ?? []).map((at) => argumentGiven(service.link, { ...origin, owner: 0 }, at)) : [];
  const answers = [...own, ...client];
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Stands among the arguments of `Promise.race`, `withTimeout` and the like. */
function isRaced(service: Service, site: CallSite): boolean {
  return site.module.calls.some(({ call }) => call !== site.call && contains(call.span, site.call.span) && !contains(call.callee.span, site.call.span)
    && BOUNDING.test(service.text(site.module, call.callee.span).split('.').at(-1) ?? ''));
}
