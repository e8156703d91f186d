import { isNewPromise } from '../../facts/promises.js';
import type { Handover } from '../callbacks.js';
import { lifecycleMethods } from '../lifecycle.js';
import { servingHook, servingMethod, type Serving } from '../serving.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { takesWork } from '../starts.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { exitCode } from './exit-codes.js';

/** A function with which a shutdown begins. */
export interface ShutdownRoot {
  readonly fn: FunctionThing;
  /** A signal listener, a hook that a library runs in its shutdown, or a method by which others stop something. */
  readonly why: 'signal' | 'hook' | 'method';
  /** Whoever calls it waits for the promise that it returns. */
  readonly awaited: boolean;
  readonly listener?: SignalListener;
  readonly handover?: Handover;
  /** Runs while the framework still takes work. */
  readonly serving?: Serving;
}

export const TERMINATING: ReadonlySet<string> = new Set(['SIGTERM', 'SIGINT', 'SIGQUIT', 'SIGHUP', '*']);

export function isTerminating(listener: SignalListener): boolean {
  return listener.signals.some((signal) => TERMINATING.has(signal));
}

/** Listeners of the project's own for signals that ask to end. */
export function signalRoots(service: Service): readonly ShutdownRoot[] {
  const own = service.signalListeners.filter((listener) => !listener.library && isTerminating(listener) && !isReload(service, listener));
  return own.flatMap((listener) => listener.functions.map((fn): ShutdownRoot => ({ fn, why: 'signal', awaited: false, listener })));
}

/** By custom, SIGHUP asks to read the configuration again; it is a shutdown where work is stopped for good or the process ends. */
export function isReload(service: Service, { signals, functions }: SignalListener): boolean {
  if (signals.some((signal) => signal !== 'SIGHUP')) return false;
  const runs = functions.map((fn) => service.run(fn));
  const exits = runs.flatMap((run) => run.exits);
  // What was stopped is started again.
  if (goesLive(service, functions)) return exits.every(({ site }) => (exitCode(service, site) ?? 0) !== 0);
  return exits.length === 0 && !runs.some(({ operations }) => operations.some(({ things }) => things.some(takesWork)));
}

/** The functions lead to something that takes work, or to whatever it is that listens. */
export function goesLive({ reach }: Service, functions: readonly FunctionThing[]): boolean {
  return [...reach.from(functions).values()].some(
    (fn) =>
      reach.startsIn(fn).some(({ thing }) => takesWork(thing)) ||
      reach.callsIn(fn).some(({ call: { callee } }) => callee.kind === 'member' && callee.name === 'listen'),
  );
}

/** Functions that a library or framework runs during its own shutdown. */
export function hookRoots(service: Service): readonly ShutdownRoot[] {
  const hooks = service.handed('shutdown').flatMap((handover) =>
    handover.functions.map((fn): ShutdownRoot => ({
      fn,
      why: 'hook',
      awaited: handover.awaited,
      handover,
      ...servingHook(service, handover),
    })),
  );
  const methods = lifecycleMethods(service, 'shutdown').map((fn): ShutdownRoot => ({
    fn,
    why: 'hook',
    awaited: true,
    ...servingMethod(service, fn),
  }));
  return [...hooks, ...methods];
}

const STOPPING =
  /^(?:stop|close|shut_?down|dispose|destroy|tear_?down|disconnect|terminate|clean_?up|quit|graceful_?(?:ly)?_?(?:shutdown|stop|close|exit)|(?:shutdown|stop|close)_?gracefully|(?:stop|close|shutdown)[A-Z]\w*|@@asyncDispose)$/iu;

/** Functions that by their name stop something, and that their callers can wait for. */
export function methodRoots(service: Service): readonly ShutdownRoot[] {
  return service.modules.flatMap((module) =>
    module.facts.functions
      .filter(
        (fact) =>
          fact.name !== undefined && STOPPING.test(fact.name) && (fact.async || returnsPromise(service, functionThing(module, fact.id))),
      )
      .map((fact): ShutdownRoot => ({ fn: functionThing(module, fact.id), why: 'method', awaited: true })),
  );
}

function returnsPromise(service: Service, fn: FunctionThing): boolean {
  const fact = fn.module.function(fn.function);
  if (fact?.returnType?.name?.[0] === 'Promise') return true;
  return (
    (fn.module.returns.get(fn.function) ?? []).some((value) => isNewPromise(value)) ||
    service.link.returned(fn).some((thing) => thing.kind === 'promise')
  );
}
