import { contains } from '../../facts/spans.js';
import type { CallValue, Span } from '../../facts/module-facts.js';
import { handoversOf } from '../callbacks.js';
import type { CallSite } from '../module.js';
import type { Reach } from '../reach.js';
import type { Reached } from '../reached.js';
import type { Service } from '../service.js';
import type { FunctionThing, MemberThing } from '../thing.js';
import { BOUNDING, boundOf, isRaced } from './bounds.js';
import { runsFirstTimeOnly } from './first-time.js';
import { isLeftAlone } from './left-alone.js';
import { picksOne } from './picked.js';

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

/** Where to look. */
interface Within {
  readonly part?: Span | undefined;
  /** Those that lead to what blocks, where many handlers are asked about that alone. */
  readonly leading?: ReadonlySet<string> | undefined;
  readonly wrappers?: readonly string[];
}

/** Whether the function itself does work that blocks the event loop. */
export function blocksItself(reach: Reach, fn: FunctionThing): boolean {
  return reach
    .callsIn(fn)
    .some((site) => reach.link.called(site).some((thing) => thing.kind === 'member' && thing.member.blocks !== undefined));
}

/** What runs for one handler, and what has been found out about it. */
interface Asked {
  readonly service: Service;
  readonly reached: Reached;
  /** Set when only what blocks is asked for: functions outside of these lead to nothing of it. */
  readonly leading?: ReadonlySet<string> | undefined;
  readonly known: Map<string, readonly Source[]>;
}

/** The calls of a handler, or of a part of it, that lead to blocking work or to a dependency. */
export function blockingCalls(
  service: Service,
  fn: FunctionThing,
  { part, leading, wrappers = [fn.id] }: Within = {},
): readonly Blocking[] {
  const reached = service.reach.reached([fn]);
  const known = leading || reached.passedOver.size > 0 ? new Map<string, readonly Source[]>() : knownOf(service);
  const asked: Asked = { service, reached, leading, known };
  const sites = callsIn(service, fn).filter(({ call }) => !part || contains(part, call.span));
  const found = [...sites, ...inlineCalls(asked, sites)].flatMap((site) => blockingAt(asked, fn, site, wrappers));
  const nearest = found.filter((one) => !found.some((other) => other.source.call === one.source.call && isInside(other, one)));
  return nearest.filter((one) => !nearest.some((other) => other.how === one.how && isInside(one, other)));
}

/** What a function does each time. */
function callsIn({ reach }: Service, fn: FunctionThing): readonly CallSite[] {
  return reach.callsIn(fn).filter((site) => !runsFirstTimeOnly(site));
}

/** At a call of a handler; the handler proper is what was given to the wrapper that made this one. */
function blockingAt(asked: Asked, fn: FunctionThing, site: CallSite, wrappers: readonly string[]): readonly Blocking[] {
  const inner = wrappedAt(asked, fn, site)
    .filter(({ id }) => !wrappers.includes(id))
    .flatMap((one) => blockingCalls(asked.service, one, { leading: asked.leading, wrappers: [...wrappers, one.id] }));
  const own = sourcesAt(asked, site).filter(({ source }) => inner.every((one) => one.source.call !== source.call));
  return [...inner, ...own.map((blocking) => ({ ...blocking, site, handler: fn }))];
}

function wrappedAt({ service, reached }: Asked, fn: FunctionThing, site: CallSite): readonly FunctionThing[] {
  return fn.made ? reached.passedHere(service.reach.edgesAt(site).passed) : [];
}

function isInside({ site: inner }: Blocking, { site: outer }: Blocking): boolean {
  return inner.call !== outer.call && contains(outer.call.span, inner.call.span);
}

/** Calls in functions that are written among the arguments and run with it: the handler's own text. */
function inlineCalls(asked: Asked, sites: readonly CallSite[]): readonly CallSite[] {
  return sites.flatMap((site) => {
    const inside = runWith(asked, site).filter(
      (fn) => fn.module === site.module && contains(site.call.span, fn.module.function(fn.function)?.span ?? [0, 0]),
    );
    const calls = inside.flatMap((fn) => callsIn(asked.service, fn));
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
  if (asked.leading) return remembered(asked, fn, sought(asked, fn, asked.leading));
  asked.known.set(fn.id, []);
  const found = callsIn(asked.service, fn).flatMap((site) => sourcesAt(asked, site));
  const bySource = new Map(found.map((source) => [source.source.call, source]));
  const sources = [...bySource.values()].slice(0, MOST);
  asked.known.set(fn.id, sources);
  return sources;
}

function remembered({ known }: Asked, fn: FunctionThing, sources: readonly Source[]): readonly Source[] {
  known.set(fn.id, sources);
  return sources;
}

/** What blocks, in everything that the function leads to. */
function sought(asked: Asked, fn: FunctionThing, leading: ReadonlySet<string>): readonly Source[] {
  const found = new Map<CallValue, Source>();
  const waiting = new Map([[fn.id, fn]]);
  for (const next of waiting.values()) {
    const sites = leading.has(next.id) && found.size < MOST ? callsIn(asked.service, next) : [];
    const sync = sites.flatMap((site) => directAt(asked.service, site)).filter(({ how }) => how === 'sync');
    for (const source of sync) found.set(source.source.call, source);
    for (const inner of sites.flatMap((site) => runWith(asked, site))) waiting.set(inner.id, inner);
  }
  return [...found.values()].slice(0, MOST);
}

function directAt(service: Service, site: CallSite): readonly Source[] {
  return service.link.called(site).flatMap((target) => (target.kind === 'member' ? directly(service, site, target) : []));
}

function sourcesAt(asked: Asked, site: CallSite): readonly Source[] {
  const { service } = asked;
  const direct = directAt(service, site);
  const targets = direct.length > 0 ? [] : runWith(asked, site);
  const isWaitedFor = ({ how }: Source): boolean => how === 'sync' || !isLeftAlone(site, targets);
  if (direct.length > 0) return direct.filter(isWaitedFor);
  const led = targets.map((fn) => sourcesIn(asked, fn));
  if (!asked.leading && led.some((sources) => sources.length === 0) && picksOne(service.link, site)) return [];
  const inside = led.flat().filter(isWaitedFor);
  const isBounding = inside.length > 0 && (BOUNDING.test(service.text(site.module, site.call.callee.span)) || isRaced(site));
  return isBounding ? inside.map((source) => ({ ...source, bounded: 'yes' as const })) : inside;
}

const AT_ONCE: ReadonlySet<string> = new Set(['now', 'settled', 'completion']);

function directly(service: Service, site: CallSite, target: MemberThing): readonly Source[] {
  if (target.member.blocks) return [{ how: 'sync', source: site, member: target, bounded: 'no' }];
  if (target.member.io === undefined) return [];
  return [{ how: 'dependency', source: site, member: target, bounded: boundOf(service, site, target) }];
}
