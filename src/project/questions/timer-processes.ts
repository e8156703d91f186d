/** What becomes of the processes in which a timer runs. */
import type { CallSite } from '../module.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { hookRoots, isTerminating, TERMINATING } from './shutdown-roots.js';

/** Every shutdown of its processes ends them before anything else can run, and does not try to close anything. */
export function diesAtOnce(service: Service, site: CallSite): boolean {
  const roots = rootsBeside(service, site);
  return roots.length > 0 && roots.every((root) => isImmediate(root));
}

function isImmediate({ cut, end, exits, operations }: Run): boolean {
  return !cut && end === undefined && operations.length === 0 && exits.length > 0 && exits.every(({ flow }) => !flow.waited && !flow.late);
}

/** On one of the signals that ask to end, none of the listeners in its processes does it: they are left to end by themselves. */
export function isHolding(service: Service, site: CallSite): boolean {
  const listeners = listenersBeside(service, site);
  // By custom, SIGHUP asks for something else.
  const signals = new Set(listeners.flatMap((listener) => listener.signals.filter((one) => TERMINATING.has(one) && one !== 'SIGHUP')));
  return [...signals].some((signal) => {
    const runs = runsOf(
      service,
      listeners.filter((listener) => listener.signals.includes(signal)),
    );
    return runs.length > 0 && runs.every(({ exits }) => exits.every(({ flow }) => flow.late || flow.failed));
  });
}

/** Nothing shuts them down. */
export function isKilled(service: Service, { module }: CallSite): boolean {
  const processes = service.processesLoading(module);
  return processes.length > 0 && !processes.some(({ listeners }) => listeners.some(isTerminating)) && hookRoots(service).length === 0;
}

/** The listeners that end the processes in which the timer is. A library does it in its own way. */
function rootsBeside(service: Service, site: CallSite): readonly Run[] {
  return runsOf(service, listenersBeside(service, site));
}

function listenersBeside(service: Service, site: CallSite): readonly SignalListener[] {
  const listeners = service.processesLoading(site.module).flatMap((process) => process.listeners.filter(isTerminating));
  return listeners.some(({ library }) => library !== undefined) ? [] : listeners;
}

function runsOf(service: Service, listeners: readonly SignalListener[]): readonly Run[] {
  return listeners.flatMap(({ functions }) => functions.map((fn) => service.run(fn)));
}
