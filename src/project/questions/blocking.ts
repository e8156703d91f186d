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

/** Sources remembered of one function. */
const MOST = 12;
const BOUNDING = /time_?out|race|deadline|abort|limit|within/iu;

/** The calls of a handler, or of a part of it, that lead to blocking work or to a dependency. */
export function blockingCalls(service: Service, fn: FunctionThing, part?: Span): readonly Blocking[] {
  const sites = service.reach.callsIn(fn).filter(({ call }) => !part || contains(part, call.span));
  const nested = nestedCallbacks(service, sites, part ? fn : undefined);
  const found = [...sites, ...nested].flatMap((site) => sourcesAt(service, site).map((blocking) => ({ ...blocking, site })));
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

type Source = Omit<Blocking, 'site'>;

const known = new WeakMap<Service, Map<string, readonly Source[]>>();

/** What a function leads to, computed once; one that leads back to itself adds nothing new. */
function sourcesIn(service: Service, fn: FunctionThing): readonly Source[] {
  const ofService = known.get(service) ?? new Map<string, readonly Source[]>();
  known.set(service, ofService);
  const before = ofService.get(fn.id);
  if (before) return before;
  ofService.set(fn.id, []);
  const found = service.reach.callsIn(fn).flatMap((site) => sourcesAt(service, site));
  const bySource = new Map(found.map((source) => [source.source.call, source]));
  const sources = [...bySource.values()].slice(0, MOST);
  ofService.set(fn.id, sources);
  return sources;
}

function sourcesAt(service: Service, site: CallSite): readonly Source[] {
  const direct = service.link.called(site).flatMap((target) => (target.kind === 'member' ? directly(service, site, target) : []));
  if (direct.length > 0) return direct;
  const later = new Set(handoversOf(service.link, site).filter(({ role }) => !AT_ONCE.has(role)).flatMap(({ functions }) => functions.map((fn) => fn.id)));
  const inside = service.reach.targetsOf(site).filter((fn) => !later.has(fn.id)).flatMap((fn) => sourcesIn(service, fn));
  const isBounding = inside.length > 0 && (BOUNDING.test(service.text(site.module, site.call.callee.span)) || isRaced(service, site));
  return isBounding ? inside.map((source) => ({ ...source, bounded: 'yes' as const })) : inside;
}

const AT_ONCE: ReadonlySet<string> = new Set(['now', 'settled', 'completion']);

function directly(service: Service, site: CallSite, target: MemberThing): readonly Source[] {
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
