/** What only the shutdown for another signal does. */
import type { CallSite } from '../module.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { isTerminating } from './shutdown-roots.js';

/**
 * Processes that SIGTERM leaves to end by themselves, and in which none of the calls runs before that: `clearInterval(timer)` stands in the
 * listener for SIGINT, and that for SIGTERM is another.
 */
export function leftBySigterm(service: Service, { module }: CallSite, ends: readonly CallSite[]): readonly Process[] {
  if (ends.length === 0 || service.link.unreadable.length > 0) return [];
  const functions = ends.map((end) => functionThing(end.module, end.owner).id);
  return service.processesLoading(module).filter((process) => {
    if (process.listeners.some((listener) => listener.library !== undefined && isTerminating(listener))) return false;
    const others = process.listeners.filter((listener) => !hearsSigterm(listener));
    if (others.length === 0 || !endsByItself(service, process.listeners.filter(hearsSigterm))) return false;
    const byOthers = service.reach.from(others.flatMap((listener) => listener.functions));
    if (!functions.every((id) => byOthers.has(id))) return false;
    const reached = withoutListeners(service, process, others);
    return !functions.some((id) => reached.has(id));
  });
}

export function hearsSigterm({ signals }: SignalListener): boolean {
  return signals.includes('SIGTERM') || signals.includes('*');
}

/** Each listener is seen whole, and ends nothing unless it takes too long. */
function endsByItself(service: Service, listeners: readonly SignalListener[]): boolean {
  const runs = listeners.flatMap(({ functions }) => functions.map((fn) => service.run(fn)));
  return (
    listeners.every(({ functions }) => functions.length > 0) &&
    runs.length > 0 &&
    runs.every(({ cut, end, exits }) => !cut && end?.unseen !== true && exits.every(({ flow }) => flow.late || flow.failed))
  );
}

/** What may run in the process while these listeners do not. */
function withoutListeners({ reach }: Service, { mains }: Process, listeners: readonly SignalListener[]): ReadonlySet<string> {
  const registrations = new Set(listeners.map(({ site }) => site.call));
  const found = new Map(mains.map((module) => functionThing(module, 0)).map((fn) => [fn.id, fn]));
  for (const fn of found.values()) {
    const { functions, names } = reach.edges(fn);
    const [registered, called] = [true, false].map((isRegistration) =>
      reach.callsIn(fn).flatMap((site) => (registrations.has(site.call) === isRegistration ? idsOf(reach.targetsOf(site)) : [])),
    );
    const next = functions.filter(({ id }) => registered?.includes(id) !== true || called?.includes(id) === true);
    for (const one of [...next, ...names.flatMap((name) => reach.methodsNamed(name))]) found.set(one.id, one);
  }
  return new Set(found.keys());
}

function idsOf(functions: readonly FunctionThing[]): readonly string[] {
  return functions.map(({ id }) => id);
}
