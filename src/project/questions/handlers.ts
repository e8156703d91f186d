import type { Role } from '../../catalogue/shape.js';
import { decoratedMethods } from '../decorators.js';
import type { Service } from '../service.js';
import { functionThing, type FunctionThing } from '../thing.js';
import { signalRoots } from './shutdown-roots.js';

/** A function that runs for one request, message, connection or tick of a live service. */
export interface HandlerFunction {
  readonly fn: FunctionThing;
  readonly role: Role;
}

/** Roles of functions that run for one piece of work. */
export const PER_WORK: readonly Role[] = ['request', 'error-request', 'message', 'connection'];
const PER_TICK: readonly Role[] = ['timer', 'schedule'];

export function handlerFunctions(service: Service): readonly HandlerFunction[] {
  const work = service.handed(...PER_WORK).flatMap(({ functions, role }) => functions.map((fn) => ({ fn, role })));
  const routes = service.routes.flatMap((route) => route.handlers.map((fn) => ({ fn, role: 'request' as const })));
  const decorated = decoratedMethods(service).flatMap(({ fn, role }) =>
    PER_WORK.includes(role) || PER_TICK.includes(role) ? [{ fn, role }] : [],
  );
  const made = new Set(routes.flatMap(({ fn }) => (fn.made ? [fn.id] : [])));
  return [...work.filter(({ fn }) => fn.made !== undefined || !made.has(fn.id)), ...routes, ...ticks(service), ...decorated];
}

/** Repeating timers and schedules that start in a live process. */
function ticks(service: Service): readonly HandlerFunction[] {
  const repeating = service.handed(...PER_TICK).filter(({ target }) => target.kind === 'member' && target.member.timer === 'repeating');
  const shutdown = service.reach.from(signalRoots(service).map((root) => root.fn));
  const live = repeating.filter(
    ({ site }) => service.processesLoading(site.module).length > 0 && !shutdown.has(functionThing(site.module, site.owner).id),
  );
  return live.flatMap(({ functions, role }) => functions.map((fn) => ({ fn, role })));
}
