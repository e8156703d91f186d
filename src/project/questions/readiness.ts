import type { Value } from '../../facts/module-facts.js';
import { walkSteps } from '../../facts/walk.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { probesOf, type Probe } from './probes.js';
import { marksOf, readsMark } from './shutdown-marks.js';

/** Readiness probes that read nothing which the shutdown writes. */
export function steadyReadiness(service: Service): readonly Probe[] {
  const written = marksOf(service);
  if (written === undefined) return [];
  const handled = service.signalListeners.some(({ library }) => library !== undefined);
  if (handled) return [];
  return probesOf(service).filter(
    (probe) =>
      probe.kind === 'readiness' && /ready|readiness/iu.test(probe.path) && isServed(service, probe) && !reads(service, probe.fn, written),
  );
}

function isServed(service: Service, probe: Probe): boolean {
  return service.processesLoading(probe.fn.module).some((process) => process.listeners.some(({ functions }) => functions.length > 0));
}

function reads(service: Service, fn: FunctionThing, written: ReadonlySet<string>): boolean {
  return [...service.reach.from([fn], true).values()].some((reached) => {
    let found = false;
    walkSteps(reached.module.function(reached.function)?.body ?? [], (value: Value) => {
      found ||= readsMark(reached, value, written);
      if (value.kind === 'call')
        found ||=
          service.link.known(reached.module, value.callee).some((thing) => thing.kind === 'unknown') && value.callee.kind !== 'member';
    });
    return found;
  });
}
