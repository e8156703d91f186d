import type { CallValue, Step, Value } from '../../facts/module-facts.js';
import { contains } from '../../facts/spans.js';
import type { Handover } from '../callbacks.js';
import type { CallSite, Module } from '../module.js';
import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';
import { isPlain, type FunctionThing } from '../thing.js';
import { removesFromProcess } from '../removals.js';
import { areApart } from '../roles.js';
import { exitCode } from './exit-codes.js';
import { isLogFunction } from './log-functions.js';
import { closesInside, closesShortLived } from './short-lived.js';
import { isOnlyInShutdown } from './stopping-exits.js';
import { overridingExits } from './overriding-exits.js';
import { startUpFailures } from './start-failures.js';
import { walkSteps } from '../../facts/walk.js';

/** A failure after which the platform sees a healthy or a completed container. */
export interface SwallowedCrash {
  /** `start-up`: a failed start is only logged; `start-up-clean`: it ends the process with code 0; `overrides`: an `exit` listener does. */
  readonly because: 'lives-on' | 'exits-clean' | 'start-up' | 'start-up-clean' | 'overrides';
  /** The listener's registration, what catches, or the exit. */
  readonly site: CallSite;
  readonly event: string;
  /** What leads to the exit, in the handler of a failed start, where the exit is somewhere else. */
  readonly by?: CallSite;
}

export function swallowedCrashes(service: Service): readonly SwallowedCrash[] {
  const listeners = service.handed('fatal').flatMap((handover) => {
    if (handover.functions.length === 0) return loggedBy(service, handover);
    const found = handover.functions.flatMap((fn) => swallowedBy(service, handover, fn));
    // Of several functions that the listener may be, as of a variable that it writes itself, the one that ends the process is told.
    const ending = found.filter(({ because }) => because !== 'lives-on');
    return ending.length > 0 ? ending : found;
  });
  const told = new Set(listeners.map(({ site }) => site.call));
  // An exit that is reported already is told once; which start it spoils is told where that fails.
  const starts = startUpFailures(service).map((crash) => (crash.by && told.has(crash.site.call) ? { ...crash, site: crash.by } : crash));
  return [...listeners, ...starts, ...overridingExits(service).filter(({ site }) => !told.has(site.call))];
}

/** `process.on('unhandledRejection', console.error)`. */
function loggedBy(service: Service, { site, events: [event = ''] }: Handover): readonly SwallowedCrash[] {
  const isSwallowed = isLogFunction(service, site.module, site.call.args[1]) && !otherEnds(service, event, undefined, site);
  return isSwallowed ? [{ because: 'lives-on', site, event }] : [];
}

function swallowedBy(service: Service, { site, events }: Handover, fn: FunctionThing): readonly SwallowedCrash[] {
  const event = events[0] ?? '';
  const because = afterCrash(service, fn);
  if (because === 'fine' || otherEnds(service, event, fn, site) || isTemporary(service, fn)) return [];
  return [because === 'lives-on' ? { because, site, event } : { because: 'exits-clean', site: because.site, event }];
}

/** Taken away again: `process.off('unhandledRejection', listener)`. */
function isTemporary({ link, calls }: Service, fn: FunctionThing): boolean {
  return calls.some(
    (site) =>
      removesFromProcess(link, site) && site.call.args.slice(1).some((value) => link.of(site.module, value).some(({ id }) => id === fn.id)),
  );
}

/** Another listener of the same event ends the same process with a failure. */
function otherEnds(service: Service, event: string, fn: FunctionThing | undefined, site: CallSite): boolean {
  const processes = service.processesLoading(site.module);
  const isBeside = (other: CallSite): boolean => {
    const others = service.processesLoading(other.module);
    return (processes.length === 0 || others.some((process) => processes.includes(process))) && !areApart(service, site, other);
  };
  return service
    .handed('fatal')
    .filter((other) => other.events[0] === event && isBeside(other.site))
    .some((other) => other.functions.some((one) => one.id !== fn?.id && afterCrash(service, one) === 'fine'));
}

/** What the process does after a failure that the function is told of. */
export function afterCrash(service: Service, fn: FunctionThing): 'fine' | 'lives-on' | Exit {
  const run = service.run(fn);
  // What ends a shutdown that was asked for again is not what a first failure comes to.
  const isFirst = ({ how, flow }: Exit): boolean => how === 'now' && !flow.failed && !flow.again;
  const clean = run.exits.find((exit) => isFirst(exit) && exitCode(service, exit.site) === 0);
  if (clean && !setsExitCode(service, fn)) return clean;
  const ends = run.exits.some(({ site }) => !isOnlyInShutdown(service, site, fn));
  if (run.cut || ends || run.end?.unseen === true || (!run.end && !isTold(fn, fn))) return 'fine';
  if (run.operations.some((operation) => !isReport(run, operation) && !closesShortLived(run, operation))) return 'fine';
  return mayEnd(service, fn) ? 'fine' : 'lives-on';
}

/** Sends what is known of the failure, and ends nothing: `await Sentry.flush(2000)`, by itself or in a helper. */
function isReport(run: Run, operation: Operation): boolean {
  const inside = operation.kind === 'call' ? closesInside(run, operation) : [operation];
  return inside.length > 0 && inside.every(({ kind }) => kind === 'flush');
}

function setsExitCode(service: Service, fn: FunctionThing): boolean {
  return [...service.reach.from([fn]).values()].some((reached) => writesExitCode(reached));
}

export function writesExitCode(fn: FunctionThing): boolean {
  let found = false;
  walkSteps(fn.module.function(fn.function)?.body ?? [], (value) => {
    found ||= value.kind === 'assign' && value.target.kind === 'member' && value.target.name === 'exitCode';
  });
  return found;
}

export const ENDING_NAME = /shut_?down|exit|stop|close|terminate|kill|fatal|crash|panic|abort|emit|graceful|restart|die/iu;

/** Throws again, sets the exit code, or calls something unseen that may end the process: what only makes a text for a log does not. */
function mayEnd(service: Service, fn: FunctionThing): boolean {
  if (exitsLater(service, fn)) return true;
  return [...service.reach.from([fn]).values()].some((reached) => {
    let ends = writesExitCode(reached);
    const logs = service.reach.callsIn(reached).filter((site) => service.isLog(site));
    const isLogged = (one: CallValue): boolean =>
      logs.some(({ call }) => call === one || call.args.some(({ span }) => contains(span, one.span)));
    walkSteps(
      reached.module.function(reached.function)?.body ?? [],
      (value) => {
        ends ||= value.kind === 'call' && callMayEnd(service, reached.module, value, isLogged(value));
      },
      (step) => {
        ends ||= (step.kind === 'throw' && !isTold(reached, fn)) || doesUnseen(service, reached.module, step, reached.id === fn.id);
      },
    );
    return ends;
  });
}

/** In a callback that is written in the listener, of a call that may run it: once the logs are flushed. */
function exitsLater(service: Service, fn: FunctionThing): boolean {
  const { module, function: id } = fn;
  const listener = module.function(id)?.span;
  return service.calls.some(
    (site) =>
      listener !== undefined &&
      site.module === module &&
      contains(listener, site.call.span) &&
      service.link.called(site).some((target) => target.kind === 'member' && target.member.exits !== undefined) &&
      !isOnlyInShutdown(service, site, fn),
  );
}

/** What an asynchronous listener throws is a rejection again, of which the same listener is told: measured, it runs for ever. */
function isTold(reached: FunctionThing, listener: FunctionThing): boolean {
  return reached.id === listener.id && listener.module.function(listener.function)?.async === true;
}

/** A function of a package that is called for what it does, rather than for what it gives. */
function doesUnseen(service: Service, module: Module, step: Step, isListener: boolean): boolean {
  if (step.kind !== 'evaluate' && !(isListener && step.kind === 'return')) return false;
  const value = step.value?.kind === 'await' ? step.value.value : step.value;
  if (value?.kind !== 'call' || value.callee.kind === 'member' || value.callee.kind === 'this') return false;
  return service.link.known(module, value.callee).some((thing) => thing.kind === 'external' && !isPlain(thing));
}

/** Events with which something unseen may be told that the process cannot go on. */
const FAILURE = /error|exception|reject|fail|uncaught|unhandled|sig/iu;

/** `bus.emit('metrics.count', 1)` tells of something else: by its name nobody ends the process for it. */
function isOrdinaryEvent(event: Value | undefined): boolean {
  if (event?.kind !== 'literal' || typeof event.value !== 'string') return false;
  return !ENDING_NAME.test(event.value) && !FAILURE.test(event.value);
}

/** Methods, globals like `String` and what packages give do what their name tells, and `super(…)` makes an object; anybody may have passed what else is called. */
function callMayEnd(service: Service, module: Module, { callee, args }: CallValue, isLogged: boolean): boolean {
  if (callee.kind === 'this') return false;
  const unseen = service.link.known(module, callee).filter((thing) => thing.kind === 'unknown' || thing.kind === 'external');
  if (unseen.every(isPlain) || (callee.kind === 'member' && callee.name === 'emit' && isOrdinaryEvent(args[0]))) return false;
  const name = callee.kind === 'member' ? (callee.name ?? '') : service.text(module, callee.span);
  const packages = unseen.flatMap((thing) => (thing.kind === 'external' ? [thing.specifier] : []));
  // `logger.fatal(error)` writes, as each level does.
  if (isLogged && name === 'fatal') return false;
  if ([name, ...(callee.kind === 'member' ? [] : packages)].some((one) => ENDING_NAME.test(one))) return true;
  return !isLogged && callee.kind !== 'member' && callee.kind !== 'global' && unseen.some((thing) => thing.kind === 'unknown');
}
