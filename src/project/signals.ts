import type { SignalHandling } from '../catalogue/shape.js';
import { argumentGiven, argumentThings, conditionHolds, texts } from './arguments.js';
import { functionsIn, handoversOf, listenersOf, SIGNAL } from './callbacks.js';
import { goingOnAfter } from './continuations.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import type { FunctionThing, MemberThing, Thing } from './thing.js';

/** A place where the code takes over what a termination signal does. */
export interface SignalListener {
  readonly site: CallSite;
  /** Signal names; `*` when they cannot be seen. */
  readonly signals: readonly string[];
  /** What the project runs on it. */
  readonly functions: readonly FunctionThing[];
  readonly once: boolean;
  /** Set when a library handles the signal rather than a listener of the project's own. */
  readonly library?: SignalHandling;
  /** The library is a plugin of the receiver, which it closes. */
  readonly plugin?: true;
  /** Waited for where it stands, `await once(process, 'SIGTERM')`: what follows runs on the signal. */
  readonly awaited?: true;
}

const REGISTERING = new Set(['on', 'once', 'addListener', 'prependListener', 'prependOnceListener']);

export function signalListenersAt(link: Link, site: CallSite): readonly SignalListener[] {
  const libraries = link
    .called(site)
    .flatMap((callee) => (callee.kind === 'member' ? [...libraryListener(link, site, callee), ...awaitedSignals(link, site, callee)] : []));
  const plugins = pluginsAt(link, site).flatMap((plugin) =>
    libraryListener(link, site, plugin).map((listener) => ({ ...listener, plugin: true as const })),
  );
  const own = ownListener(link, site);
  return [...(own ? [own] : []), ...libraries, ...plugins];
}

/** Plugins of libraries that are registered here and take over signals: `app.register(gracefulShutdown)`. */
function pluginsAt(link: Link, site: CallSite): readonly MemberThing[] {
  return link.called(site).flatMap((target) => {
    const specs =
      target.kind === 'member'
        ? (target.member.calls ?? []).filter(({ role, at }) => role === 'plugin' && at !== 'rest' && at !== 'last')
        : [];
    return specs
      .flatMap(({ at }) => argumentThings(link, site, at))
      .flatMap((thing) => (thing.kind === 'member' && thing.member.signals ? [thing] : []));
  });
}

export function isProcess(thing: Thing): boolean {
  return thing.kind === 'resource' && thing.library.name === 'node:process';
}

/** `process.on('SIGTERM', …)`, on the process itself or on anything that is called like it: only the process emits signals. */
function ownListener(link: Link, site: CallSite): SignalListener | undefined {
  const { method, isOwn, first } = registrationAt(link, site) ?? {};
  if (method === undefined || first === undefined || site.call.args.length < first + 2) return undefined;
  const names = texts(argumentThings(link, site, first));
  const signals = names.filter((name) => SIGNAL.test(name));
  const hidden = isOwn === true && names.length === 0 && !namesNoEvent(link, site);
  if (signals.length === 0 && !hidden) return undefined;
  const registered =
    hidden || first > 0
      ? functionsIn(link, argumentThings(link, site, first + 1))
      : [...new Set(signals.flatMap((name) => listenersOf(link, site, name)))];
  const later = goingOnAfter(link, site);
  const once = later.length > 0 || method.toLowerCase().includes('once');
  const functions = [...registered, ...later];
  return { site, signals: hidden ? ['*'] : signals, functions, once, ...(later.length > 0 && { awaited: true as const }) };
}

interface Registration {
  readonly method: string;
  /** Of the process, for certain. */
  readonly isOwn: boolean;
  /** The argument that names the event. */
  readonly first: number;
}

function registrationAt(link: Link, { module, call: { callee } }: CallSite): Registration | undefined {
  if (callee.kind === 'member' && REGISTERING.has(callee.name ?? '')) {
    const receivers = link.known(module, callee.object);
    const isOwn = receivers.some(isProcess);
    return isOwn || receivers.some((thing) => thing.kind === 'unknown') ? { method: callee.name ?? '', isOwn, first: 0 } : undefined;
  }
  return link.known(module, callee).flatMap(borrowed)[0];
}

/** `process.on` in a variable, bound or not, and `process.on.call(process, 'SIGTERM', …)`. */
function borrowed(thing: Thing): readonly Registration[] {
  if (thing.kind === 'builtin') return thing.name === 'call' ? borrowed(thing.receiver).map((one) => ({ ...one, first: 1 })) : [];
  if (thing.kind !== 'member' || !thing.receiver || !isProcess(thing.receiver) || !REGISTERING.has(thing.name)) return [];
  return [{ method: thing.name, isOwn: true, first: 0 }];
}

/** `process.on(['SIGTERM', 'SIGINT'], …)`: a list is the name of no event, and Node.js takes it without a word. */
export function namesNoEvent(link: Link, site: CallSite): boolean {
  const [event] = site.call.args;
  const things = event ? link.known(site.module, event) : [];
  return things.length > 0 && things.every(({ kind }) => kind === 'collection');
}

/** `await once(process, 'SIGTERM')` and `for await (… of on(process, 'SIGTERM'))` of node:events. */
function awaitedSignals(link: Link, site: CallSite, callee: MemberThing): readonly SignalListener[] {
  const isIterated = callee.library.name === 'node:events' && callee.name === 'on';
  if (callee.member.awaitsEvent !== true && !isIterated) return [];
  const isOwn = argumentThings(link, site, 0).some(isProcess);
  const signals = isOwn ? texts(argumentThings(link, site, 1)).filter((name) => SIGNAL.test(name)) : [];
  return signals.length > 0 ? [{ site, signals, functions: goingOnAfter(link, site), once: !isIterated, awaited: true }] : [];
}

function libraryListener(link: Link, site: CallSite, callee: MemberThing): readonly SignalListener[] {
  const handling = callee.member.signals;
  if (!handling || (handling.if && conditionHolds(link, site, handling.if) === 'no')) return [];
  const hooks = handoversOf(link, site).filter((handover) => handover.role === 'shutdown');
  const functions = hooks.flatMap((handover) => handover.functions);
  return [{ site, signals: handledSignals(link, site, handling), functions, once: true, library: handling }];
}

function handledSignals(link: Link, site: CallSite, handling: SignalHandling): readonly string[] {
  if (handling.from === undefined || argumentGiven(link, site, handling.from) === 'no') return handling.handles;
  const listed = argumentThings(link, site, handling.from);
  const names = texts([...listed, ...listed.flatMap((thing) => property.any(link, thing))]).filter((name) => SIGNAL.test(name));
  const keys = listed.flatMap((thing) => (thing.kind === 'object' ? thing.value.properties.flatMap(({ name }) => name ?? []) : []));
  const signals = [...names, ...keys.filter((name) => SIGNAL.test(name))];
  return signals.length > 0 ? signals : ['*'];
}
