import type { Value } from '../../facts/module-facts.js';
import { walkSteps } from '../../facts/walk.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { probesOf, type Probe } from './probes.js';
import { hookRoots, signalRoots } from './shutdown-roots.js';

/** Readiness probes that read nothing which the shutdown writes. */
export function steadyReadiness(service: Service): readonly Probe[] {
  const written = writtenByShutdown(service);
  if (written === undefined) return [];
  const handled = service.signalListeners.some(({ library }) => library !== undefined);
  if (handled) return [];
  return probesOf(service).filter((probe) => probe.kind === 'readiness' && /ready|readiness/iu.test(probe.path) && isServed(service, probe) && !reads(service, probe.fn, written));
}

function isServed(service: Service, probe: Probe): boolean {
  return service.processesLoading(probe.fn.module).some((process) => process.listeners.some(({ functions }) => functions.length > 0));
}

/** Names of variables and properties that shutdown code assigns; undefined without any shutdown. */
function writtenByShutdown(service: Service): ReadonlySet<string> | undefined {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  if (roots.length === 0) return undefined;
  const names = new Set<string>();
  for (const fn of service.reach.from(roots.map((root) => root.fn)).values()) {
    walkSteps(fn.module.function(fn.function)?.body ?? [], (value) => {
      if (value.kind === 'assign' && value.target.kind === 'binding') names.add(fn.module.facts.bindings[value.target.binding]?.name ?? '');
      if (value.kind === 'assign' && value.target.kind === 'member') names.add(value.target.name ?? '');
      if (value.kind === 'call' && value.callee.kind === 'member' && value.callee.name !== undefined) names.add(`${value.callee.name}()`);
    });
  }
  return names;
}

function reads(service: Service, fn: FunctionThing, written: ReadonlySet<string>): boolean {
  return [...service.reach.from([fn], true).values()].some((reached) => {
    let found = false;
    walkSteps(reached.module.function(reached.function)?.body ?? [], (value: Value) => {
      if (value.kind === 'reference') found ||= written.has(reached.module.facts.bindings[value.binding]?.name ?? '');
      if (value.kind === 'member') found ||= written.has(value.name ?? '');
      if (value.kind === 'call') found ||= service.link.known(reached.module, value.callee).some((thing) => thing.kind === 'unknown') && value.callee.kind !== 'member';
    });
    return found;
  });
}
