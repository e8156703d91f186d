import type { Step, Value } from '../../facts/module-facts.js';
import { stepParts, walkValue } from '../../facts/walk.js';
import { handoversOf } from '../callbacks.js';
import type { CallSite } from '../module.js';
import type { Process } from '../processes.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { isTerminating } from './shutdown-roots.js';

export interface LateListener {
  readonly listener: SignalListener;
  /** The wait that comes first. */
  readonly after: CallSite;
}

/** Registrations that a starting process reaches only after it has waited for something. */
export function lateListeners(service: Service): readonly LateListener[] {
  return service.processes.flatMap((process) => {
    const reached = arrivals(service, process);
    const listeners = process.listeners.filter(
      (listener) => isTerminating(listener) && listener.signals.some((signal) => signal === 'SIGTERM' || signal === '*'),
    );
    const early = listeners.some((listener) => {
      if (listener.awaited) return true;
      const arrival = reached.get(listener.site.call);
      return arrival === 'early' || arrival === undefined;
    });
    if (early) return [];
    return listeners.slice(0, 1).flatMap((listener) => {
      const after = reached.get(listener.site.call);
      return after === undefined || after === 'early' ? [] : [{ listener, after }];
    });
  });
}

type Arrival = 'early' | CallSite;

/** When each call is reached by a starting process: before any wait, or after one. The earliest way counts. */
function arrivals(service: Service, process: Process): ReadonlyMap<Value, Arrival> {
  const reached = new Map<Value, Arrival>();
  const seen = new Map<string, Arrival>();
  const waiting: { readonly fn: FunctionThing; readonly arrival: Arrival }[] = [{ fn: functionThing(process.module, 0), arrival: 'early' }];
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const before = seen.get(next.fn.id);
    if (before === 'early' || (before && next.arrival !== 'early')) continue;
    seen.set(next.fn.id, next.arrival);
    const { fn, arrival } = next;
    const calls = ordered(service, fn, arrival);
    for (const { call, when } of calls) reached.set(call.call, reached.get(call.call) === 'early' ? 'early' : when);
    waiting.push(...calls.flatMap(({ call, when }) => ledTo(service, call, when)));
    if (fn.function === 0)
      waiting.push(
        ...service.reach
          .edges(fn)
          .functions.filter((loaded) => loaded.function === 0)
          .map((loaded) => ({ fn: loaded, arrival })),
      );
  }
  return reached;
}

const AFTERWARDS: ReadonlySet<string> = new Set(['listening', 'settled', 'completion']);

function ledTo(service: Service, site: CallSite, when: Arrival): readonly { fn: FunctionThing; arrival: Arrival }[] {
  const later = handoversOf(service.link, site)
    .filter(({ role }) => AFTERWARDS.has(role))
    .flatMap(({ functions }) => functions.map((fn) => fn.id));
  return service.reach.targetsOf(site).map((fn) => ({ fn, arrival: later.includes(fn.id) && when === 'early' ? site : when }));
}

/** The calls of a body in order, each with whether a wait comes before it. */
function ordered(service: Service, fn: FunctionThing, arrival: Arrival): readonly { readonly call: CallSite; readonly when: Arrival }[] {
  const found: { call: CallSite; when: Arrival }[] = [];
  let when = arrival;
  const visit = (value: Value): void => {
    if (value.kind === 'call') found.push({ call: { module: fn.module, call: value, owner: fn.function }, when });
  };
  const visitSteps = (steps: readonly Step[]): void => {
    for (const step of steps) {
      const { values, bodies } = stepParts(step);
      for (const value of values) walkValue(value, visit);
      const awaitedCall = values
        .map(awaitedIn)
        .find((call) => call !== undefined && isStartUpStep(service, { module: fn.module, call, owner: fn.function }));
      if (awaitedCall && when === 'early') when = { module: fn.module, call: awaitedCall, owner: fn.function };
      for (const body of bodies) visitSteps(body);
    }
  };
  visitSteps(fn.module.function(fn.function)?.body ?? []);
  return found;
}

/** Waits for something outside the process, for a server, or for something unseen: it may take long. */
function isStartUpStep(service: Service, site: CallSite): boolean {
  const reached = service.reach.from(service.reach.targetsOf(site));
  const starting = [...reached.values()].filter((fn) => !service.perWork.has(fn.id) && !service.isHook(fn));
  const given: CallSite[] = [];
  for (const value of site.call.args)
    walkValue(value, (inner) => {
      if (inner.kind === 'call') given.push({ ...site, call: inner });
    });
  const sites = [site, ...given, ...starting.flatMap((fn) => service.reach.callsIn(fn))];
  return sites.some(({ module, call }) =>
    service.link.called({ module, call }).some((thing) => {
      if (thing.kind === 'unknown') return call === site.call || call.callee.kind !== 'member';
      return thing.kind === 'member' && (thing.member.io !== undefined || thing.member.starts !== undefined);
    }),
  );
}

function awaitedIn(value: Value): Extract<Value, { kind: 'call' }> | undefined {
  let found: Extract<Value, { kind: 'call' }> | undefined;
  walkValue(value, (inner) => {
    if (inner.kind === 'await' && inner.value.kind === 'call') found ??= inner.value;
  });
  return found;
}
