import type { Callback, Role } from '../catalogue/shape.js';
import type { Value } from '../facts/module-facts.js';
import { argumentThings, conditionHolds, texts } from './arguments.js';
import { aborted, emitted } from './emitters.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import {
  awaited,
  union,
  type BuiltinThing,
  type FunctionThing,
  type MemberThing,
  type ResourceThing,
  type Thing,
  type Things,
} from './thing.js';

/** Functions of the project that a call hands over, and when they run. */
export interface Handover {
  readonly site: CallSite;
  readonly role: Role;
  readonly functions: readonly FunctionThing[];
  /** Event names of `on(event, listener)`; signal names when the role is `signal`. */
  readonly events: readonly string[];
  /** What the function is handed to. */
  readonly target: MemberThing | BuiltinThing;
  /** The library waits for the promise that the function returns, or for its `done` callback. */
  readonly awaited: boolean;
  readonly spec?: Omit<Callback, 'at'>;
}

export const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);
/** Methods that call what they are given now, once for each element. */
export const ELEMENTS: ReadonlySet<string> = new Set([
  'forEach',
  'map',
  'filter',
  'some',
  'every',
  'find',
  'flatMap',
  'reduce',
  'reduceRight',
  'sort',
]);
/** What goes from call to call comes first, the element after it. */
export const FOLDS: ReadonlySet<string> = new Set(['reduce', 'reduceRight']);
export const SIGNAL = /^SIG[A-Z0-9]+$/u;

const known = new WeakMap<Link, Map<Value, readonly Handover[]>>();

/** What the call hands over, by the catalogue and the language. */
export function handoversOf(link: Link, site: CallSite): readonly Handover[] {
  const ofLink = known.get(link) ?? new Map<Value, readonly Handover[]>();
  known.set(link, ofLink);
  const before = ofLink.get(site.call);
  if (before) return before;
  const handovers = findHandovers(link, site);
  if (link.isFinal) ofLink.set(site.call, handovers);
  return handovers;
}

function findHandovers(link: Link, site: CallSite): readonly Handover[] {
  return [
    ...emitted(link, site),
    ...aborted(link, site),
    ...link.called(site).flatMap((target) => {
      if (target.kind === 'member')
        return [...listeners(link, site, target), ...(target.member.calls ?? []).flatMap((spec) => given(link, site, target, spec))];
      return target.kind === 'builtin' ? builtinHandover(link, site, target) : [];
    }),
  ];
}

function given(link: Link, site: CallSite, target: MemberThing, spec: Callback): readonly Handover[] {
  if (spec.if && conditionHolds(link, site, spec.if) === 'no') return [];
  const functions = functionsIn(link, givenThings(link, site, spec));
  if (functions.length === 0) return [];
  return [{ site, role: spec.role, functions, events: [], target, awaited: spec.awaited ?? spec.done !== undefined, spec }];
}

function givenThings(link: Link, site: CallSite, spec: Callback): Things {
  const values = site.call.args.slice(spec.from ?? 0);
  if (spec.at === 'rest') return union(...values.map((value) => link.of(site.module, value)));
  if (spec.at !== 'last') return argumentThings(link, site, spec.at);
  const last = values.findLast((value) => link.of(site.module, value).some((thing) => thing.kind === 'function'));
  return last ? link.of(site.module, last) : [];
}

/** Lists of lists of lists hold functions, seldom deeper ones. */
const DEEPEST = 3;

/** The functions among some things, and those in collections of them, each once: large programs keep lists that hold one another. */
export function functionsIn(link: Link, things: Things): readonly FunctionThing[] {
  const found = new Set<FunctionThing>();
  const opened = new Map<string, number>();
  const visit = (thing: Thing, depth: number): void => {
    if (thing.kind === 'function') found.add(thing);
    if (thing.kind !== 'collection' || depth >= DEEPEST || (opened.get(thing.id) ?? DEEPEST) <= depth) return;
    opened.set(thing.id, depth);
    for (const inner of property.any(link, thing)) visit(inner, depth + 1);
  };
  for (const thing of things) visit(thing, 0);
  return [...found];
}

/** What was given to the wrapper that made a function (`once(() => …)`), where that is one function; else the function itself. */
export function givenToWrapper(link: Link, fn: FunctionThing): FunctionThing {
  const given = (fn.made ?? []).slice(0, 1).flatMap(({ module, call }) => call.args.flatMap((value) => link.of(module, value)));
  const [only, ...others] = given.filter((thing) => thing.kind === 'function');
  return only && others.length === 0 ? only : fn;
}

function listeners(link: Link, site: CallSite, target: MemberThing): readonly Handover[] {
  const { receiver } = target;
  if (!receiver || !LISTENING.has(target.name)) return [];
  const named = { library: receiver.library, name: receiver.typeName, type: receiver.type };
  if (!link.knowledge.isEmitter(named)) return [];
  return texts(argumentThings(link, site, 0)).flatMap((event) => {
    const spec = link.knowledge.event(named, event);
    const functions = listenersOf(link, site, event);
    if (!spec || (functions.length === 0 && !UNSEEN.has(spec.role))) return [];
    return [{ site, role: spec.role, functions, events: [event], target, awaited: false, spec }];
  });
}

/** Roles in which a listener counts that is no function of the project: `process.on('unhandledRejection', console.error)`. */
const UNSEEN: ReadonlySet<Role> = new Set(['signal', 'fatal']);

/** What is registered for one of the events of a call: `for (const [event, listener] of Object.entries(listeners)) process.on(event, listener)` has many. */
export function listenersOf(link: Link, site: CallSite, event: string): readonly FunctionThing[] {
  const all = functionsIn(link, argumentThings(link, site, 1));
  const events = texts(argumentThings(link, site, 0));
  if (all.length < 2 || events.length < 2) return all;
  const table = site.module.tables.find(({ properties }) => events.every((name) => properties.some((property) => property.name === name)));
  const own = table?.properties.filter(({ name }) => name === event).map(({ value }) => value) ?? [];
  return table ? functionsIn(link, union(...own.map((value) => link.of(site.module, value)))) : all;
}

function builtinHandover(link: Link, site: CallSite, target: BuiltinThing): readonly Handover[] {
  const { receiver, name } = target;
  const role: Role | undefined =
    receiver.kind === 'promise' ? 'settled' : receiver.kind === 'collection' && ELEMENTS.has(name) ? 'now' : undefined;
  if (!role) return [];
  const functions = functionsIn(link, union(argumentThings(link, site, 0), role === 'settled' ? argumentThings(link, site, 1) : []));
  return functions.length === 0 ? [] : [{ site, role, functions, events: [], target, awaited: true }];
}

/** Tells the functions that a library calls what it gives them. */
export function linkCallbacks(link: Link, site: CallSite): void {
  for (const handover of handoversOf(link, site)) {
    const things = receivedBy(link, handover);
    for (const fn of handover.functions) link.addCaller(fn, { site, things });
  }
}

function receivedBy(link: Link, handover: Handover): readonly (Things | undefined)[] {
  const { target, spec } = handover;
  if (target.kind === 'builtin') {
    const { receiver, name } = target;
    if (receiver.kind === 'promise') return [awaited(receiver.of)];
    const elements = property.any(link, receiver);
    return FOLDS.has(name)
      ? [handover.site.call.args.length > 1 ? argumentThings(link, handover.site, 1) : elements, elements]
      : [elements];
  }
  return (spec?.parameters ?? []).map((name) => (name === null ? undefined : parameterThings(link, handover.site, target, name)));
}

function parameterThings(link: Link, site: CallSite, target: MemberThing, name: string): Things {
  if (name === 'this' && target.receiver) return [target.receiver];
  const given = property.typed(link, target.library, name);
  const isPart = given.some((thing) => thing.kind === 'resource' && thing.type.part === true);
  return isPart ? property.typed(link, target.library, name, target.receiver ?? madeBy(link, site)) : given;
}

/** `createServer((socket) => …)`: what the call itself makes. */
function madeBy(link: Link, { module, call }: CallSite): ResourceThing | undefined {
  return link.of(module, call).find((thing) => thing.kind === 'resource');
}

/** The handler of a route, which alone answers there. */
export function isOfRoute({ target }: Handover): boolean {
  return target.kind === 'member' && target.member.route !== undefined && !target.member.route.passing;
}
