import type { Value } from '../../facts/module-facts.js';
import { allValues, walkSteps } from '../../facts/walk.js';
import { isOfRoute } from '../callbacks.js';
import { closedWith } from '../ownership.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import type { FunctionThing } from '../thing.js';
import { probesOf, type Probe } from './probes.js';
import { isBehindMark, marksOf, readsMark } from './shutdown-marks.js';

/** Readiness probes that read nothing which the shutdown writes. */
export function steadyReadiness(service: Service): readonly Probe[] {
  const written = marksOf(service);
  if (written === undefined) return [];
  const handled = service.signalListeners.some(({ library }) => library !== undefined);
  if (handled) return [];
  if (passingHandlers(service).some((fn) => answers(service, fn, written))) return [];
  return probesOf(service).filter(
    (probe) =>
      probe.kind === 'readiness' && /ready|readiness/iu.test(probe.path) && drains(service, probe) && !reads(service, probe.fn, written),
  );
}

function passingHandlers(service: Service): readonly FunctionThing[] {
  return service.handed('request').flatMap((handover) => (isOfRoute(handover) ? [] : handover.functions));
}

/** `app.use((req, res, next) => (isStopping ? res.sendStatus(503) : next()))` answers for whatever comes behind it; a header does not. */
function answers(service: Service, fn: FunctionThing, written: ReadonlySet<string>): boolean {
  const { parameters = [], body = [] } = fn.module.function(fn.function) ?? {};
  const next = parameters.at(-1)?.binding;
  const passes = allValues(body).filter(
    (value) => value.kind === 'call' && value.callee.kind === 'reference' && value.callee.binding === next,
  );
  return passes.length > 0 ? passes.some((pass) => isBehindMark(fn, pass, written)) : reads(service, fn, written);
}

/** Some process that answers the probe goes on listening for a while after its shutdown has begun. */
function drains(service: Service, { fn }: Probe): boolean {
  return service.processesLoading(fn.module).some((process) => {
    const functions = process.listeners.flatMap((listener) => listener.functions);
    return functions.length > 0 && !functions.every((one) => closesAtOnce(service, process, one));
  });
}

/** Every server, before anything is waited for: nobody can ask it any more. */
function closesAtOnce(service: Service, { starts }: Process, fn: FunctionThing): boolean {
  const first = service.run(fn).beginnings.filter(({ flow }) => !flow.waited && !flow.late && !flow.failed);
  const closed = closedWith(
    service,
    first.flatMap(({ operation }) => [...operation.things]),
  );
  const servers = starts.filter(({ thing }) => thing.type.kind === 'server');
  return servers.length > 0 && servers.every(({ thing }) => closed.has(thing.id));
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
