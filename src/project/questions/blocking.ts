import type { CallValue, Span, Value } from '../../facts/module-facts.js';
import { argumentGiven } from '../arguments.js';
import { handoversOf } from '../callbacks.js';
import type { CallSite, Module } from '../module.js';
import type { Reached } from '../reached.js';
import type { Service } from '../service.js';
import type { FunctionThing, MemberThing } from '../thing.js';
import { walkValue } from '../../facts/walk.js';

/** Why a handler keeps its caller waiting. */
export interface Blocking {
  /** `sync` blocks the event loop; `dependency` waits for something outside the process. */
  readonly how: 'sync' | 'dependency';
  /** The call in the handler. */
  readonly site: CallSite;
  /** The handler itself, where a wrapper stands around it. */
  readonly handler: FunctionThing;
  /** The call that it leads to, the same or one in a function further down. */
  readonly source: CallSite;
  readonly member: MemberThing;
  /** A dependency that is asked with a bound on the time. */
  readonly bounded: 'yes' | 'no' | 'unknown';
}

/** Sources remembered of one function. */
const MOST = 12;
const BOUNDING = /time_?out|race|deadline|abort|limit|within/iu;

/** What runs for one handler, and what has been found out about it. */
interface Asked {
  readonly service: Service;
  readonly reached: Reached;
  readonly known: Map<string, readonly Source[]>;
}

/** The calls of a handler, or of a part of it, that lead to blocking work or to a dependency. */
export function blockingCalls(
  service: Service,
  fn: FunctionThing,
  part?: Span,
  wrappers: readonly string[] = [fn.id],
): readonly Blocking[] {
  const reached = service.reach.reached([fn]);
  const asked = { service, reached, known: reached.passedOver.size > 0 ? new Map<string, readonly Source[]>() : knownOf(service) };
  const sites = service.reach.callsIn(fn).filter(({ call }) => !part || contains(part, call.span));
  const found = [...sites, ...inlineCalls(asked, sites)].flatMap((site) => blockingAt(asked, fn, site, wrappers));
  const nearest = found.filter((one) => !found.some((other) => other.source.call === one.source.call && isInside(other, one)));
  return nearest.filter((one) => !nearest.some((other) => other.how === one.how && isInside(one, other)));
}

/** At a call of a handler; the handler proper is what was given to the wrapper that made this one. */
function blockingAt(asked: Asked, fn: FunctionThing, site: CallSite, wrappers: readonly string[]): readonly Blocking[] {
  const inner = wrappedAt(asked, fn, site)
    .filter(({ id }) => !wrappers.includes(id))
    .flatMap((one) => blockingCalls(asked.service, one, undefined, [...wrappers, one.id]));
  const own = sourcesAt(asked, site).filter(({ source }) => inner.every((one) => one.source.call !== source.call));
  return [...inner, ...own.map((blocking) => ({ ...blocking, site, handler: fn }))];
}

function wrappedAt({ service, reached }: Asked, fn: FunctionThing, site: CallSite): readonly FunctionThing[] {
  return fn.made ? reached.passedHere(service.reach.edgesAt(site).passed) : [];
}

function isInside({ site: inner }: Blocking, { site: outer }: Blocking): boolean {
  return inner.call !== outer.call && contains(outer.call.span, inner.call.span);
}

function contains(outer: Span, inner: Span): boolean {
  return outer[0] <= inner[0] && inner[1] <= outer[1];
}

/** Calls in functions that are written among the arguments and run with it: the handler's own text. */
function inlineCalls(asked: Asked, sites: readonly CallSite[]): readonly CallSite[] {
  return sites.flatMap((site) => {
    const inside = runWith(asked, site).filter(
      (fn) => fn.module === site.module && contains(site.call.span, fn.module.function(fn.function)?.span ?? [0, 0]),
    );
    const calls = inside.flatMap((fn) => asked.service.reach.callsIn(fn));
    return calls.length > 0 ? [...calls, ...inlineCalls(asked, calls)] : [];
  });
}

/** What runs by the call before whoever waits for it goes on. */
function runWith({ service, reached }: Asked, site: CallSite): readonly FunctionThing[] {
  const later = new Set(
    handoversOf(service.link, site)
      .filter(({ role }) => !AT_ONCE.has(role))
      .flatMap(({ functions }) => functions.map((fn) => fn.id)),
  );
  return reached.targetsOf(site).filter((fn) => !later.has(fn.id));
}

type Source = Omit<Blocking, 'site' | 'handler'>;

const known = new WeakMap<Service, Map<string, readonly Source[]>>();

/** What is found out where it does not matter who passes what. */
function knownOf(service: Service): Map<string, readonly Source[]> {
  const ofService = known.get(service) ?? new Map<string, readonly Source[]>();
  known.set(service, ofService);
  return ofService;
}

/** What a function leads to, computed once; one that leads back to itself adds nothing new. */
function sourcesIn(asked: Asked, fn: FunctionThing): readonly Source[] {
  const before = asked.known.get(fn.id);
  if (before) return before;
  asked.known.set(fn.id, []);
  const found = asked.service.reach.callsIn(fn).flatMap((site) => sourcesAt(asked, site));
  const bySource = new Map(found.map((source) => [source.source.call, source]));
  const sources = [...bySource.values()].slice(0, MOST);
  asked.known.set(fn.id, sources);
  return sources;
}

function sourcesAt(asked: Asked, site: CallSite): readonly Source[] {
  const { service } = asked;
  const direct = service.link.called(site).flatMap((target) => (target.kind === 'member' ? directly(service, site, target) : []));
  if (direct.length > 0) return direct;
  const inside = runWith(asked, site).flatMap((fn) => sourcesIn(asked, fn));
  const isBounding = inside.length > 0 && (BOUNDING.test(service.text(site.module, site.call.callee.span)) || isRaced(site));
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
  if (isRaced(site)) return 'yes';
  const { io } = target.member;
  const own = typeof io === 'object' ? io.timeout.map((at) => argumentGiven(service.link, site, at)) : [];
  const origin = target.receiver?.origin;
  const client = origin ? (target.receiver.type.timeouts ?? []).map((at) => argumentGiven(service.link, { ...origin, owner: 0 }, at)) : [];
  const answers = [...own, ...client];
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Stands among the arguments of `Promise.race`, `withTimeout` and the like, itself or by the name of its promise. */
function isRaced({ module, call: raced }: CallSite): boolean {
  const held = new Set(module.holdersOf(raced));
  return boundingCalls(module).some(
    (call) => call !== raced && (holds(call, raced.span) || (held.size > 0 && call.args.some((value) => names(value, held)))),
  );
}

const bounding = new WeakMap<Module, readonly CallValue[]>();

function boundingCalls(module: Module): readonly CallValue[] {
  const before = bounding.get(module);
  if (before) return before;
  const found = module.calls.flatMap(({ call }) => (isBounding(module, call) ? [call] : []));
  bounding.set(module, found);
  return found;
}

function isBounding(module: Module, { callee }: CallValue): boolean {
  const name = callee.kind === 'member' ? callee.name : nameOf(module, callee);
  return BOUNDING.test(name ?? '');
}

function nameOf(module: Module, callee: Value): string | undefined {
  if (callee.kind === 'global') return callee.name;
  return callee.kind === 'reference' ? module.facts.bindings[callee.binding]?.name : undefined;
}

function holds(call: CallValue, span: Span): boolean {
  return contains(call.span, span) && !contains(call.callee.span, span);
}

function names(value: Value, bindings: ReadonlySet<number>): boolean {
  let found = false;
  walkValue(value, (inner) => {
    found ||= inner.kind === 'reference' && bindings.has(inner.binding);
  });
  return found;
}
