import type { ArgumentPath } from '../../catalogue/shape.js';
import type { CallValue, Span, Value } from '../../facts/module-facts.js';
import { walkValue } from '../../facts/walk.js';
import { argumentGiven } from '../arguments.js';
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import type { MemberThing, ResourceThing } from '../thing.js';

/** Names of what puts a bound on the time. */
export const BOUNDING = /time_?out|race|deadline|abort|limit|within/iu;

/** Whether the call, or the client that it is made with, has a time-out. */
export function boundOf(service: Service, site: CallSite, target: MemberThing): 'yes' | 'no' | 'unknown' {
  if (isRaced(site)) return 'yes';
  const { io } = target.member;
  const own = typeof io === 'object' ? io.timeout.map((at) => argumentGiven(service.link, site, at)) : [];
  const made = typeof io === 'object' ? io.made : undefined;
  const answers = [...own, ...(target.receiver ? boundsOf(service, target.receiver, made) : [])];
  if (answers.includes('yes')) return 'yes';
  return answers.includes('unknown') ? 'unknown' : 'no';
}

/** Whether a client was made with a time-out, by each place where one may be given. */
function boundsOf(
  service: Service,
  { type, origin, subclass }: ResourceThing,
  made: readonly ArgumentPath[] | undefined,
): readonly ('yes' | 'no' | 'unknown')[] {
  const timeouts = made ?? type.timeouts ?? [];
  if (!origin && made) return ['unknown'];
  if (!origin) return subclass && timeouts.length > 0 ? ['unknown'] : [];
  const last = String(origin.call.args.length - 1);
  const isLast = (at: ArgumentPath): boolean => String(at).split('.')[0] === last;
  // Options that follow a URL, or a port and a host: `new Redis(url, options)`.
  const places = timeouts.some(isLast)
    ? timeouts.filter((at) => isLast(at) || !timeouts.some((other) => isLast(other) && isSame(at, other)))
    : timeouts;
  return places.map((at) => argumentGiven(service.link, { ...origin, owner: 0 }, at));
}

/** The same option, at another argument. */
function isSame(one: ArgumentPath, other: ArgumentPath): boolean {
  return String(one).replace(/^\d+/u, '') === String(other).replace(/^\d+/u, '');
}

/** Stands among the arguments of `Promise.race`, `withTimeout` and the like, itself or by the name of its promise. */
export function isRaced({ module, call: raced }: CallSite): boolean {
  const held = new Set(module.holdersOf(raced));
  return boundingCalls(module).some(
    (call) => call !== raced && (holds(call, raced.span) || (held.size > 0 && call.args.some((value) => names(value, held)))),
  );
}

const bounding = new WeakMap<Module, readonly CallValue[]>();

function boundingCalls(module: Module): readonly CallValue[] {
  const known = bounding.get(module);
  if (known) return known;
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
  const isInside = (outer: Span): boolean => outer[0] <= span[0] && span[1] <= outer[1];
  return isInside(call.span) && !isInside(call.callee.span);
}

function names(value: Value, bindings: ReadonlySet<number>): boolean {
  let found = false;
  walkValue(value, (inner) => {
    found ||= inner.kind === 'reference' && bindings.has(inner.binding);
  });
  return found;
}
