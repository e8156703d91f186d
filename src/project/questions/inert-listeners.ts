import type { Target, Value } from '../../facts/module-facts.js';
import { allValues, walkSteps } from '../../facts/walk.js';
import type { CallSite, Module } from '../module.js';
import { areApart } from '../roles.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, isPlain, type FunctionThing } from '../thing.js';
import { closedBy } from './closed-things.js';
import { isLogFunction } from './log-functions.js';
import { revivedUnder } from './revived-processes.js';
import { unreadyUntil } from './unready-listeners.js';

/** Signals whose default action ends the process; others are used for reloading and log rotation. */
const ENDING = new Set(['SIGTERM', 'SIGINT', 'SIGQUIT']);

export interface InertListener {
  readonly listener: SignalListener;
  /** What it asks for before it does anything, where that is not set until the start is over; absent when it never does anything. */
  readonly until?: string;
  /** What starts each process again that the listener ends. */
  readonly revived?: CallSite;
}

/** Listeners that switch the default exit off and put nothing in its place. */
export function inertListeners(service: Service): readonly InertListener[] {
  const all = service.signalListeners.filter((listener) => listener.signals.some((signal) => ENDING.has(signal) || signal === '*'));
  return all
    .filter((listener) => !listener.library && !listener.signals.includes('*'))
    .flatMap((listener) => {
      if (all.some((other) => other !== listener && endsInstead(service, listener, other))) return [];
      if (isInert(service, listener)) return [{ listener }];
      const revived = revivedUnder(service, listener);
      if (revived) return [{ listener, revived }];
      const until = listener.signals.includes('SIGTERM') ? unreadyUntil(service, listener) : undefined;
      return until === undefined ? [] : [{ listener, until }];
    });
}

function isInert(service: Service, listener: SignalListener): boolean {
  const { functions, site, library } = listener;
  if (functions.length === 0) return !library && isLogFunction(service, site.module, site.call.args[1]);
  return functions.every((fn) => doesNothing(service, fn));
}

/** Another listener of the same signal in the same process ends it. */
function endsInstead(service: Service, listener: SignalListener, other: SignalListener): boolean {
  if (!other.signals.some((signal) => signal === '*' || listener.signals.includes(signal)) || isInert(service, other)) return false;
  if (areApart(service, listener.site, other.site)) return false;
  const processes = service.processes.filter((process) => process.listeners.some(({ site }) => site.call === listener.site.call));
  return processes.length === 0 || processes.some((process) => process.listeners.some(({ site }) => site.call === other.site.call));
}

function doesNothing(service: Service, fn: FunctionThing): boolean {
  const run = service.run(fn);
  if (run.cut || run.exits.length > 0 || run.operations.length > 0 || run.end?.unseen !== false) return false;
  return [...service.reach.from([fn]).values()].every((reached) => !hasEffect(service, reached));
}

const STARTING_NAMES =
  /^(?:abort|emit|stop|kill|send|disconnect|resolve|reject|next|complete|pause|drain|cancel|end|close|destroy|exit|shut_?down|terminate|suspend|done|callback|cb)/iu;

/** Writes something that others may read, or tells somebody: the shutdown may begin there. */
function hasEffect(service: Service, fn: FunctionThing): boolean {
  const body = fn.module.function(fn.function)?.body ?? [];
  let found = false;
  walkSteps(
    body,
    (value) => {
      found ||= isEffect(service, fn, value);
    },
    (step) => {
      found ||= step.kind === 'throw';
    },
  );
  return found;
}

/** Whether anybody can read what is written; an exit code ends nothing. */
function isHeard(service: Service, { module, function: id }: FunctionThing, target: Target): boolean {
  if (target.kind === 'member') return !(target.name === 'exitCode' && service.text(module, target.object.span).endsWith('process'));
  if (target.kind !== 'binding') return true;
  const binding = module.facts.bindings[target.binding];
  return binding !== undefined && binding.owner !== id && (isExported(module, binding) || isActedOn(service, module, target.binding, id));
}

function isExported({ facts }: Module, { name }: { readonly name: string }): boolean {
  return facts.exports.some(
    ({ name: exported, value }) =>
      exported === name || value?.kind === 'object' || (value?.kind === 'reference' && facts.bindings[value.binding]?.name === name),
  );
}

/** Somebody else reads it, and not only to answer requests by it. */
function isActedOn(service: Service, module: Module, id: number, writer: number): boolean {
  const readers = module.facts.functions.filter(({ body }) =>
    allValues(body).some((value) => value.kind === 'reference' && value.binding === id),
  );
  return readers.some((reader) => reader.id !== writer && !onlyAnswers(service, functionThing(module, reader.id)));
}

/** Runs for each request, and neither it nor what it calls ends anything: `if (stopping) response.statusCode = 503`. */
function onlyAnswers(service: Service, fn: FunctionThing): boolean {
  if (!service.perWork.has(fn.id)) return false;
  return [...service.reach.from([fn]).values()].every((reached) =>
    service.reach.callsIn(reached).every((site) => closedBy(service, site).length === 0 && !mayExit(service, site)),
  );
}

function mayExit({ link }: Service, { module, call }: CallSite): boolean {
  const targets = link.called({ module, call });
  return targets.some(
    (thing) =>
      (thing.kind === 'member' && thing.member.exits !== undefined) ||
      (thing.kind === 'unknown' && call.callee.kind === 'reference') ||
      (thing.kind === 'external' && !isPlain(thing)),
  );
}

function isEffect(service: Service, fn: FunctionThing, value: Value): boolean {
  if (value.kind === 'assign') return isHeard(service, fn, value.target);
  if (value.kind !== 'call') return false;
  const targets = service.link.known(fn.module, value.callee);
  if (targets.some((thing) => thing.kind === 'unknown' && value.callee.kind !== 'member' && value.callee.kind !== 'global')) return true;
  if (value.callee.kind === 'member' && STARTING_NAMES.test(value.callee.name ?? '')) return true;
  return targets.some(
    (thing) => (thing.kind === 'external' && !isPlain(thing)) || (thing.kind === 'member' && thing.member.unrefs === true),
  );
}
