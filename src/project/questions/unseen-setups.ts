import { undescribed } from '../../catalogue/undescribed.js';
import type { Value } from '../../facts/module-facts.js';
import { argumentThings } from '../arguments.js';
import { ELEMENTS, functionsIn } from '../callbacks.js';
import type { CallSite, Module } from '../module.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { functionThing, isPlain, type ExternalThing, type FunctionThing, type ResourceThing, type Thing } from '../thing.js';

/** Calls that by their name set up what a shutdown needs; seen on unknown things they make the answer unknown. */
const SETS_UP = /shut_?down|graceful|sigterm|terminat|terminus|lifecycle|on_?exit|exit_?hook/iu;
/** `signals()`, `signal-exit`, `setUpSignalHandlers()`; a store of keys for Signal is none of them. */
const OF_SIGNALS =
  /signals?(?:[_-]?(?:handl|listen|exit|trap|hook|catch)\w*)?(?!\w)|\b(?:on|handle|listen|register|install|set_?up|add|trap|catch|watch|attach|subscribe|bind|process|kill|stop)\w*signal/iu;
/** Methods of the `signal` that cancels one call. */
const OF_ABORT_SIGNAL = new Set(['addEventListener', 'removeEventListener', 'dispatchEvent', 'throwIfAborted']);
/** Events with which something unseen may ask to stop. */
const ENDING = /shut_?down|terminat|sigterm|^(?:close|exit|stop|end|abort|quit)/iu;
/** Methods of texts: whatever they are called on is read by them, and nothing is set up. */
const OF_TEXT = new Set(
  'charAt charCodeAt codePointAt endsWith includes indexOf lastIndexOf localeCompare match matchAll normalize padEnd padStart replace replaceAll slice split startsWith substring toLocaleLowerCase toLocaleUpperCase toLowerCase toString toUpperCase trim trimEnd trimStart'.split(
    ' ',
  ),
);
/** What a text is asked with. Things that may hold a server or a process are none of these. */
const OF_TEXT_ARGUMENTS: ReadonlySet<Value['kind']> = new Set(['literal', 'template']);
const SETTLING = new Set(['then', 'catch', 'finally']);

/** The first call of something that is not seen and may listen for SIGTERM in the process. */
export function unseenSetup(service: Service, process: Process): CallSite | undefined {
  for (const fn of process.reached.values()) {
    const site = isOnlyPerWork(service, fn) ? undefined : service.reach.callsIn(fn).find((one) => maySetUp(service, process, one));
    if (site) return site;
  }
  return undefined;
}

/** What runs for one request or connection sets up nothing for the process. */
function isOnlyPerWork(service: Service, fn: FunctionThing): boolean {
  if (!service.perWork.has(fn.id)) return false;
  return service.link
    .callers(fn)
    .every(({ site, things }) => things !== undefined || service.perWork.has(functionThing(site.module, site.owner).id));
}

function maySetUp(service: Service, process: Process, site: CallSite): boolean {
  if (readsText(site) || makesError(site) || callsHook(site) || isOrdinaryEvent(service, site)) return false;
  const targets = service.link.called(site);
  const isHidden = targets.some(
    (thing) => thing.kind === 'unknown' || (thing.kind === 'external' && !isPlain(thing) && !isOwnStream(thing)),
  );
  if (!isHidden) return false;
  const specifiers = targets.flatMap((thing) => (thing.kind === 'external' ? [thing.specifier] : []));
  const names = [...namesOf(site.module, registering(site)), ...specifiers].filter((name) => !isAbortSignal(site, name));
  const text = names.join(' ');
  return SETS_UP.test(text) || OF_SIGNALS.test(text) || isGivenClose(service, process, site);
}

const STREAMS: ReadonlySet<string> = new Set(undescribed.streams.packages);
const OWN_STREAMS: ReadonlySet<string> = new Set(undescribed.streams.own);
const LISTENING_STREAMS: ReadonlySet<string> = new Set(undescribed.streams.listening);

/** `messages.pipe(concatMap(handle))` handles what the program itself puts in; what another stream brings may be a signal. */
function isOwnStream({ specifier, path }: ExternalThing): boolean {
  const [name = '', ...rest] = path.split('()');
  return STREAMS.has(specifier) && (rest.length === 0 ? !LISTENING_STREAMS.has(name) : OWN_STREAMS.has(name));
}

/** `notification.signalRecipients.split(',')`. */
function readsText({ call: { callee, args } }: CallSite): boolean {
  return callee.kind === 'member' && OF_TEXT.has(callee.name ?? '') && args.every(({ kind }) => OF_TEXT_ARGUMENTS.has(kind));
}

/** `new HealthCheckError('not ready', cause)`, of a library that is not known: an error only tells something. */
function makesError({ module, call }: CallSite): boolean {
  return call.construct && /[a-z]Error$/u.test(namesOf(module, call.callee).at(-1) ?? '');
}

/** `this.onShutdown?.()`: what is called `on…` and is given nothing is told of the event, and sets up nothing for it. */
function callsHook({ call: { callee, args } }: CallSite): boolean {
  return callee.kind === 'member' && args.length === 0 && /^on[A-Z_]/u.test(callee.name ?? '');
}

const LISTENING = new Set(['on', 'once', 'addListener', 'prependListener']);

/** `lifecycle.on('scale-in', …)`: who waits for an event by its name, which is not that of an end, sets up nothing for another one. */
function isOrdinaryEvent({ link }: Service, site: CallSite): boolean {
  const { callee, args } = site.call;
  if (callee.kind !== 'member' || !LISTENING.has(callee.name ?? '') || args.length !== 2) return false;
  const events = argumentThings(link, site, 0);
  return events.length > 0 && events.every((event) => !ENDING.test(eventName(event) ?? 'end'));
}

/** The text itself, or the name of a constant of a module that says nothing of ends. */
function eventName(event: Thing): string | undefined {
  if (event.kind === 'external') return isPlain(event) ? event.path : undefined;
  return event.kind === 'constant' && typeof event.value === 'string' ? event.value : undefined;
}

/** Ends something by itself: `machine.terminate()`, `client.shutdown('now')`. */
const ENDS = /^(?:shut_?down|terminate)\w*$/iu;
/** Sends a signal of another kind, to a workflow or a lock: `workflow.signalWithStart('send', job)`. */
const SIGNALS = /^(?:send_?|emit_?)?signal(?:with|external|workflow|all)?[a-z]*$/iu;

/** What is called, without the last name when that says what is done now: nothing is registered by it. */
function registering({ call: { callee, args } }: CallSite): Value {
  if (callee.kind !== 'member') return callee;
  const isPlainly = args.every(({ kind }) => kind === 'literal' || kind === 'template');
  const isOfOther = args.length > 0 && !args.some((value) => value.kind === 'function' || isProcessSignal(value));
  const name = callee.name ?? '';
  return (ENDS.test(name) && isPlainly) || (SIGNALS.test(name) && isOfOther) ? callee.object : callee;
}

function isProcessSignal(value: Value): boolean {
  if (value.kind === 'array') return value.items.some(isProcessSignal);
  return value.kind === 'literal' && typeof value.value === 'string' && /^SIG[A-Z]/u.test(value.value);
}

/** The names by which something is called, without what is passed on the way. */
function namesOf(module: Module, value: Value): readonly string[] {
  switch (value.kind) {
    case 'member':
      return [...namesOf(module, value.object), value.name ?? ''];
    case 'call':
      return namesOf(module, value.callee);
    case 'await':
      return namesOf(module, value.value);
    case 'reference':
      return [module.facts.bindings[value.binding]?.name ?? ''];
    case 'global':
      return [value.name];
    default:
      return [];
  }
}

function isAbortSignal({ call: { callee } }: CallSite, name: string): boolean {
  return callee.kind === 'member' && OF_ABORT_SIGNAL.has(callee.name ?? '') && /^\w*signal$/iu.test(name) && !ENDING.test(name);
}

/** Is handed a function that closes what lasts, for no ordinary event, route, promise or element: `onStop(() => server.close())`. */
function isGivenClose(service: Service, process: Process, site: CallSite): boolean {
  const { module, call } = site;
  const [name] = call.args;
  const isNamed = name?.kind === 'literal' && !(typeof name.value === 'string' && ENDING.test(name.value));
  const method = call.callee.kind === 'member' ? (call.callee.name ?? '') : '';
  if (isNamed || SETTLING.has(method) || ELEMENTS.has(method)) return false;
  const given = functionsIn(
    service.link,
    call.args.flatMap((value) => service.link.of(module, value)),
  );
  return given.some((fn) => closesLive(service, fn) || (closesDependencies(service, fn) && !isOfShutdown(service, process, site)));
}

/** What the function makes live itself it may close again: that is the next step of a start, and no end of the process. */
function closesLive(service: Service, fn: FunctionThing): boolean {
  const closed = service.run(fn).operations.flatMap(({ things }) => things.filter(takesWork));
  if (closed.length === 0) return false;
  const reached = [...service.reach.from([fn]).values()];
  const started = new Set(reached.flatMap((one) => service.reach.startsIn(one).map(({ thing }) => thing.id)));
  return closed.some(({ id }) => !started.has(id));
}

/** Nobody does without a database before the end; a helper that makes the server itself may wait for that. */
function closesDependencies(service: Service, fn: FunctionThing): boolean {
  const closed = service.run(fn).operations.flatMap(({ things }) => things.filter(({ type }) => LASTING.has(type.phase ?? '')));
  if (closed.length === 0) return false;
  const reached = service.reach.from([fn]);
  const isOpenedThere = ({ origin }: ResourceThing): boolean =>
    origin !== undefined && reached.has(functionThing(origin.module, origin.module.ownerOf(origin.call)).id);
  return !closed.some(isOpenedThere);
}

const LASTING: ReadonlySet<string> = new Set(['close-dependencies', 'flush-telemetry']);

/** A step of a shutdown that is seen, for another signal. */
function isOfShutdown({ reach }: Service, { listeners }: Process, { module, owner }: CallSite): boolean {
  return reach.from(listeners.flatMap(({ functions }) => functions)).has(functionThing(module, owner).id);
}
