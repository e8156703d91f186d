import type { Role } from '../../catalogue/shape.js';
import { argumentThings, texts } from '../arguments.js';
import { isToItself } from '../raised-signals.js';
import type { Run } from '../run/run.js';
import type { Exit } from '../run/traces.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { goesLive } from './shutdown-roots.js';
import { contextId, functionThing, type FunctionThing } from '../thing.js';
import { handlerFunctions } from './handlers.js';
import { isBehindMark, marksOf } from './shutdown-marks.js';
import { handlesSigterm } from './signals.js';

export interface HandlerExit {
  readonly exit: Exit;
  readonly role: Role;
  readonly handler: FunctionThing;
}

/** Calls that are followed in all handlers together, and in one: a big service has thousands of them. */
const BUDGET = { all: 10_000, one: 1000 };

/** Exits of the whole process on the way of one request, message or tick, with nothing closed before. */
export function handlerExits(service: Service): readonly HandlerExit[] {
  const handlers = [...new Map(handlerFunctions(service).map((handler) => [contextId(handler.fn), handler])).values()];
  const leading = service.reach.leadingTo(service.reach.from(handlers.map(({ fn }) => fn)), (reach, fn) => reach.exits(fn));
  let left = BUDGET.all;
  return handlers.flatMap(({ fn, role }) => {
    if (!leading.has(fn.id) || left <= 0) return [];
    const budget = Math.min(left, BUDGET.one);
    const run = service.shortRun(fn, budget);
    left -= Math.max(0, budget - run.left);
    return run.exits
      .filter((exit) => ![isGraceful, isLastResort, endsShutdown, startsAgain].some((isMeant) => isMeant(service, run, exit, fn)))
      .map((exit) => ({ exit, role, handler: fn }));
  });
}

/** The exit follows, or bounds, the close of what takes work; or it only asks the process to stop as the platform does. */
function isGraceful(service: Service, run: Run, exit: Exit, fn: FunctionThing): boolean {
  if (exit.how === 'signal') return asksToStop(service, exit, fn);
  const closed = exit.flow.late
    ? run.operations
    : [...exit.flow.operations].flatMap(([operation, progress]) => (progress === 'done' ? [operation] : []));
  return closed.some(({ things }) => things.length === 0 || things.some(takesWork));
}

/** It stands behind a flag that a shutdown sets: the last request of a drain ends the process. */
function endsShutdown(service: Service, run: Run, { site, stack }: Exit): boolean {
  const marks = marksOf(service);
  return marks !== undefined && [site, ...stack].some(({ module, call, owner }) => isBehindMark(functionThing(module, owner), call, marks));
}

/** A timer of those who have asked the process to stop: it ends what does not come to an end. */
function isLastResort(service: Service, run: Run, { flow }: Exit, fn: FunctionThing): boolean {
  return (
    flow.late && run.exits.some((other) => other.how === 'signal' && isToItself(service, other.site) && asksToStop(service, other, fn))
  );
}

/** It is what becomes of a start that fails: the request has the service start again, after its settings were made for one. */
function startsAgain(service: Service, run: Run, { site, stack }: Exit, handler: FunctionThing): boolean {
  const inner = [...stack, site].map(({ module, owner }) => functionThing(module, owner)).filter(({ id }) => id !== handler.id);
  return goesLive(service, inner);
}

function asksToStop(service: Service, exit: Exit, fn: FunctionThing): boolean {
  const [signal] = texts(argumentThings(service.link, exit.site, 1));
  if (!isToItself(service, exit.site) || signal === 'SIGTERM' || signal === 'SIGINT') return true;
  return signal !== 'SIGKILL' && service.processesLoading(fn.module).every((process) => handlesSigterm(service, process) !== 'no');
}
