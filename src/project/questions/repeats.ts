import type { Step, Value } from '../../facts/module-facts.js';
import { allValues, walkValue } from '../../facts/walk.js';
import { SIGNAL } from '../callbacks.js';
import { branches, isNothing, mentions, written } from '../guards.js';
import type { Operation } from '../run/flow.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import type { FunctionThing } from '../thing.js';
import { isTerminating } from './shutdown-roots.js';

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
  const signals = service.signalListeners.filter((listener) => !listener.library && isTerminating(listener));
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
  const operations = run.operations.filter((operation) => failsWhenRepeated(operation) && !isOfAbort(service, operation));
  if (run.end === undefined && run.exits.some(({ flow }) => !flow.waited)) return [];
  if (
    run.cut ||
    operations.length === 0 ||
    isGuarded(service, fn) ||
    listeners.some(({ functions }) => functions.some((one) => isGuarded(service, one)))
  )
    return [];
  const signals = [...new Set(listeners.flatMap((one) => one.signals))];
  return [{ site: listener.site, fn, signals, operations, crash: !SIGNAL.test(signals[0] ?? '') }];
}

/** Without a callback nobody hears that the second close failed. */
function failsWhenRepeated({ kind, things, close, wait }: Operation): boolean {
  if (kind !== 'close' || things.length === 0 || close.idempotent === true || close.style === 'sync' || close.style === 'detached')
    return false;
  return close.style !== 'callback' || wait !== 'floating';
}

/** A signal is aborted once: its listeners do not run again. */
function isOfAbort({ link }: Service, { stack }: Operation): boolean {
  return stack.some((site) => link.called(site).some((thing) => thing.kind === 'member' && thing.member.aborts === true));
}

/** The function, or one on the way to the closes, remembers that it has begun. */
function isGuarded(service: Service, fn: FunctionThing): boolean {
  return [...service.reach.from([fn]).values()].some((reached) => remembers(reached)) || service.isWrapped(fn);
}

/** A branch on something that the function itself writes, or on whether the thing is open still; `??=`; the removal of the listeners. */
function remembers(fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  const names = written(body);
  if (branches(body).some(({ test }) => mentions(test, names) || asksState(test))) return true;
  return allValues(body).some(isKeeping) || empties(body);
}

function isKeeping(value: Value): boolean {
  if (value.kind === 'assign') return value.operator === '??=' || value.operator === '||=';
  return (
    value.kind === 'call' && value.callee.kind === 'member' && /^(?:removeListener|removeAllListeners|off)$/u.test(value.callee.name ?? '')
  );
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
