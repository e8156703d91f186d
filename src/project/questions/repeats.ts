import { removesFromProcess, removesListener } from '../removals.js';
import { SIGNAL } from '../callbacks.js';
import type { Operation } from '../run/flow.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { bodyOf, isGuarded, remembers } from './remembering.js';
import { isReload, isTerminating } from './shutdown-roots.js';

/** A shutdown that a second signal starts again. */
export interface RepeatedShutdown extends SecondStart {
  /** Closes that fail, or report too early, when begun twice. */
  readonly operations: readonly Operation[];
}

export function repeatedShutdowns(service: Service): readonly RepeatedShutdown[] {
  return secondStarts(service).flatMap((start) => repeated(service, start));
}

/** A shutdown that can be started while it runs. */
export interface SecondStart {
  readonly site: CallSite;
  readonly fn: FunctionThing;
  readonly signals: readonly string[];
  /** Begun by a crash: the signals are the events then. */
  readonly crash: boolean;
}

const known = new WeakMap<Service, readonly SecondStart[]>();

/** Those that nothing at their beginning keeps from it. */
export function secondStarts(service: Service): readonly SecondStart[] {
  const found = known.get(service) ?? findSecondStarts(service);
  known.set(service, found);
  return found;
}

function findSecondStarts(service: Service): readonly SecondStart[] {
  const byFunction = new Map<string, { fn: FunctionThing; triggers: Trigger[] }>();
  for (const trigger of triggersOf(service))
    for (const fn of trigger.functions) {
      const shutdown = goesOn(service, fn) ? fn : service.shutdownBehind(fn);
      const others = byFunction.get(shutdown.id) ?? { fn: shutdown, triggers: [] };
      byFunction.set(shutdown.id, { fn: shutdown, triggers: [...others.triggers, trigger] });
    }
  return [...byFunction.values()].flatMap(({ fn, triggers }) => secondStart(service, fn, triggers));
}

/** `() => stop(() => process.exit(0))`: what the listener hands on comes behind the shutdown. */
function goesOn({ reach, link }: Service, fn: FunctionThing): boolean {
  return reach
    .callsIn(fn)
    .some(({ module, call }) => call.args.some((value) => link.of(module, value).some(({ kind }) => kind === 'function')));
}

/** A registration of what starts a shutdown. */
type Trigger = Pick<SignalListener, 'site' | 'functions' | 'once' | 'signals'>;

/** Listeners for signals, and for crashes: more errors come while the first one is dealt with. */
function triggersOf(service: Service): readonly Trigger[] {
  const signals = service.signalListeners.filter(
    (listener) => !listener.library && isTerminating(listener) && !isReload(service, listener),
  );
  const crashes = service
    .handed('fatal')
    .map(({ site, functions, events }): Trigger => ({ site, functions, once: false, signals: events }));
  return [...signals, ...crashes];
}

/** In production, that is: Ctrl-C pressed twice is meant. */
function comesTwice(trigger: Trigger): boolean {
  return !trigger.once && trigger.signals.some((signal) => signal !== 'SIGINT');
}

function secondStart(service: Service, fn: FunctionThing, triggers: readonly Trigger[]): readonly SecondStart[] {
  const [trigger] = triggers;
  if (!trigger || !triggers.some(comesTwice)) return [];
  const begun = triggers.flatMap(({ functions }) => functions);
  if ([fn, ...begun].some((one) => service.isWrapped(one)) || begun.some((one) => one.id !== fn.id && remembers(service, one))) return [];
  if (service.run(fn).cut || stopsListening(service, fn)) return [];
  const signals = [...new Set(triggers.flatMap((one) => one.signals))];
  return [{ site: trigger.site, fn, signals, crash: !SIGNAL.test(signals[0] ?? '') }];
}

function repeated(service: Service, start: SecondStart): readonly RepeatedShutdown[] {
  const run = service.run(start.fn);
  if (run.end === undefined && run.exits.some(({ flow }) => !flow.waited && !flow.failed)) return [];
  const operations = run.operations.filter(
    (operation) =>
      failsWhenRepeated(operation) &&
      !isOnlyTold(service, operation) &&
      !isOfAbort(service, operation) &&
      !isGuarded(service, run, operation),
  );
  return operations.length > 0 ? [{ ...start, operations }] : [];
}

/** Without a callback nobody hears that the second close failed. */
function failsWhenRepeated({ kind, things, close, wait }: Operation): boolean {
  if (kind !== 'close' || things.length === 0 || close.idempotent === true || close.style === 'sync' || close.style === 'detached')
    return false;
  return close.style !== 'callback' || wait !== 'floating';
}

/** The callback writes to a log that it is closed: nothing happens too early. */
function isOnlyTold(service: Service, { wait, site }: Operation): boolean {
  const last = site.call.args.at(-1);
  if (wait !== 'callback' || last?.kind !== 'function') return false;
  const told = functionThing(site.module, last.function);
  const sites = service.reach.callsIn(told);
  const isPlain = bodyOf(told).every(({ kind }) => kind === 'evaluate' || kind === 'return');
  return isPlain && sites.length > 0 && sites.every((one) => service.isLog(one) || isInLog(service, told, one));
}

/** An argument of a log. */
function isInLog(service: Service, told: FunctionThing, { call }: CallSite): boolean {
  return service.reach
    .callsIn(told)
    .some((one) => service.isLog(one) && one.call.span[0] < call.span[0] && call.span[1] <= one.call.span[1]);
}

/** A signal is aborted once: its listeners do not run again. */
function isOfAbort({ link }: Service, { stack }: Operation): boolean {
  return stack.some((site) => link.called(site).some((thing) => thing.kind === 'member' && thing.member.aborts === true));
}

/** Takes the listeners for signals away, anywhere; those of a socket are something else. */
function stopsListening(service: Service, fn: FunctionThing): boolean {
  const below = [...service.reach.from([fn]).values()];
  return below.some((reached) => service.reach.callsIn(reached).some((site) => isRemoval(service, site)));
}

function isRemoval(service: Service, site: CallSite): boolean {
  if (!removesListener(site)) return false;
  const [event] = site.call.args;
  return removesFromProcess(service.link, site) || (event !== undefined && /sig/iu.test(service.text(site.module, event.span)));
}
