import { removesFromProcess, removesListener } from '../removals.js';
import type { Step, Value } from '../../facts/module-facts.js';
import { allSteps, allValues, walkValue } from '../../facts/walk.js';
import { SIGNAL } from '../callbacks.js';
import { branches, isNothing, leaves, mentions, written } from '../guards.js';
import type { Operation } from '../run/flow.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { isReload, isTerminating } from './shutdown-roots.js';

/** A shutdown that a second signal starts again. */
export interface RepeatedShutdown {
  readonly site: CallSite;
  readonly fn: FunctionThing;
  readonly signals: readonly string[];
  /** Begun by a crash: the signals are the events then. */
  readonly crash: boolean;
  /** Closes that fail, or report too early, when begun twice. */
  readonly operations: readonly Operation[];
}

export function repeatedShutdowns(service: Service): readonly RepeatedShutdown[] {
  const byFunction = new Map<string, { fn: FunctionThing; triggers: Trigger[] }>();
  for (const trigger of triggersOf(service))
    for (const fn of trigger.functions) {
      const shutdown = service.shutdownBehind(fn);
      const known = byFunction.get(shutdown.id) ?? { fn: shutdown, triggers: [] };
      byFunction.set(shutdown.id, { fn: shutdown, triggers: [...known.triggers, trigger] });
    }
  return [...byFunction.values()].flatMap((found) => repeated(service, found.fn, found.triggers));
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

function repeated(service: Service, fn: FunctionThing, listeners: readonly Trigger[]): readonly RepeatedShutdown[] {
  const [listener] = listeners;
  if (!listener || !listeners.some(comesTwice)) return [];
  const run = service.run(fn);
  const begun = listeners.flatMap(({ functions }) => functions);
  if (run.cut || [fn, ...begun].some((one) => service.isWrapped(one)) || begun.some((one) => remembers(service, one))) return [];
  if (run.end === undefined && run.exits.some(({ flow }) => !flow.waited && !flow.failed)) return [];
  const operations = run.operations.filter(
    (operation) =>
      failsWhenRepeated(operation) &&
      !isOnlyTold(service, operation) &&
      !isOfAbort(service, operation) &&
      !isGuarded(service, fn, operation),
  );
  if (operations.length === 0 || stopsListening(service, fn)) return [];
  const signals = [...new Set(listeners.flatMap((one) => one.signals))];
  return [{ site: listener.site, fn, signals, operations, crash: !SIGNAL.test(signals[0] ?? '') }];
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

/** A function on the way to the close remembers that it has begun. */
function isGuarded(service: Service, fn: FunctionThing, { site, stack }: Operation): boolean {
  const trail = [fn, ...[...stack, site].map(({ module, owner }) => functionThing(module, owner))];
  return trail.some((step) => remembers(service, step));
}

/** A branch on something that the function writes, itself or by what it calls, or on whether the thing is open still; `??=`. */
function remembers(service: Service, fn: FunctionThing): boolean {
  const body = bodyOf(fn);
  const names = writtenBelow(service, fn);
  if (branches(body).some(({ test }) => mentions(test, names) || asksState(test))) return true;
  return allValues(body).some(isKeeping) || empties(body) || asksHelper(service, fn);
}

function bodyOf({ module, function: id }: FunctionThing): readonly Step[] {
  return module.function(id)?.body ?? [];
}

/** Variables are known by their number in the module, so only those of its own count. */
function writtenBelow(service: Service, fn: FunctionThing): ReadonlySet<string> {
  const below = [...service.reach.from([fn]).values()];
  return new Set(
    below.flatMap((reached) => [...written(bodyOf(reached))].filter((name) => reached.module === fn.module || !name.startsWith('#'))),
  );
}

/** `if (!begin()) return;`, `if (isStopping()) return;`, `assertRunning();`: what the function calls and heeds remembers for it. */
function asksHelper(service: Service, fn: FunctionThing): boolean {
  const steps = allSteps(bodyOf(fn));
  const bare = new Set(
    steps.flatMap((step) => ((step.kind === 'evaluate' || step.kind === 'return') && step.value ? [bareCall(step.value)] : [])),
  );
  const asked = new Set(branches(bodyOf(fn)).flatMap(({ test }) => callsIn(test)));
  return service.reach.callsIn(fn).some((site) => {
    const helpers = service.reach.targetsOf(site);
    if (asked.has(site.call) && helpers.some((helper) => tells(service, fn, helper))) return true;
    const heeded = service.reach.from(helpers.filter((helper) => !bare.has(site.call) || throws(helper)));
    return [...heeded.values()].some((helper) => {
      const names = written(bodyOf(helper));
      return branches(bodyOf(helper)).some((branch) => mentions(branch.test, names) && leaves(branch));
    });
  });
}

/** Speaks of something that is written while the function runs. */
function tells(service: Service, fn: FunctionThing, helper: FunctionThing): boolean {
  const below = [...service.reach.from([fn]).values()].filter(({ module }) => module === helper.module);
  const names = new Set(below.flatMap((reached) => [...written(bodyOf(reached))]));
  return allValues(bodyOf(helper)).some((value) => mentions(value, names));
}

function callsIn(value: Value): readonly Value[] {
  const calls: Value[] = [];
  walkValue(value, (inner) => {
    if (inner.kind === 'call') calls.push(inner);
  });
  return calls;
}

function bareCall(value: Value): Value {
  return value.kind === 'await' ? bareCall(value.value) : value;
}

function throws(fn: FunctionThing): boolean {
  return allSteps(bodyOf(fn)).some(({ kind }) => kind === 'throw');
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

function isKeeping(value: Value): boolean {
  return value.kind === 'assign' && (value.operator === '??=' || value.operator === '||=');
}

/** `if (!server.listening) return`. */
function asksState(test: Value): boolean {
  let asks = false;
  walkValue(test, (value) => {
    asks ||= value.kind === 'member' && /^(?:listening|closed|closing|destroyed|ended|ending|aborted)$/u.test(value.name ?? '');
  });
  return asks;
}

/** `const closing = server; server = undefined; closing?.close()`. */
function empties(body: readonly Step[]): boolean {
  const values = allValues(body);
  const clears = values.some((value) => value.kind === 'assign' && value.target.kind !== 'pattern' && isNothing(value.value));
  return clears && values.some((value) => (value.kind === 'member' || value.kind === 'call') && value.optional);
}
