import type { Value } from '../../facts/module-facts.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import type { FunctionThing } from '../thing.js';
import { walkSteps } from '../walk.js';

/** Signals whose default action ends the process; others are used for reloading and log rotation. */
const ENDING = new Set(['SIGTERM', 'SIGINT', 'SIGQUIT']);

/** Listeners that switch the default exit off and put nothing in its place. */
export function inertListeners(service: Service): readonly SignalListener[] {
  const own = service.signalListeners.filter((listener) => !listener.library && listener.signals.some((signal) => ENDING.has(signal)));
  return own.filter((listener) => isInert(service, listener) && !own.some((other) => other !== listener && endsInstead(service, listener, other)));
}

function isInert(service: Service, listener: SignalListener): boolean {
  return listener.functions.length > 0 && listener.functions.every((fn) => doesNothing(service, fn));
}

/** Another listener of the same signal in the same process ends it. */
function endsInstead(service: Service, listener: SignalListener, other: SignalListener): boolean {
  if (!other.signals.some((signal) => listener.signals.includes(signal)) || isInert(service, other)) return false;
  const processes = service.processes.filter((process) => process.listeners.some(({ site }) => site.call === listener.site.call));
  return processes.length === 0 || processes.some((process) => process.listeners.some(({ site }) => site.call === other.site.call));
}

function doesNothing(service: Service, fn: FunctionThing): boolean {
  const run = service.run(fn);
  if (run.cut || run.exits.length > 0 || run.operations.length > 0 || run.end?.unseen !== false) return false;
  return [...service.reach.from([fn]).values()].every((reached) => !hasEffect(service, reached));
}

const STARTING_NAMES = /^(?:abort|emit|stop|kill|send|disconnect|resolve|reject|next|complete|pause|drain|cancel|end|close|destroy|exit|shut_?down|terminate|suspend|done|callback|cb)/iu;

/** Writes something that others may read, or tells somebody: the shutdown may begin there. */
function hasEffect(service: Service, fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  let found = false;
  walkSteps(body, (value) => { found ||= isEffect(service, fn, value); }, (step) => { found ||= step.kind === 'throw'; });
  return found;
}

function isEffect(service: Service, fn: FunctionThing, value: Value): boolean {
  if (value.kind === 'assign') return value.target.kind !== 'binding' || fn.module.facts.bindings[value.target.binding]?.owner !== fn.function;
  if (value.kind !== 'call') return false;
  const targets = service.link.known(fn.module, value.callee);
  if (targets.some((thing) => thing.kind === 'unknown' && value.callee.kind !== 'member')) return true;
  if (value.callee.kind === 'member' && STARTING_NAMES.test(value.callee.name ?? '')) return true;
  return targets.some((thing) => thing.kind === 'external');
}
