import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { functionThing } from '../thing.js';

/** How many functions the set-up of an application is spread over, one inside the other. */
const DEEPEST = 4;

/** Whether a function is called for the same application: `secure(app)`, not `secure(admin)`. */
type Concerns = (site: CallSite) => boolean;

/**
 * The calls that have been made when this one is: in its own function, in those that this function has called before, and in the one that
 * calls it (`useSessions(app); useRoutes(app);`). Hooks of Fastify count whenever they are put up in the same function.
 */
export function registeredBefore(service: Service, site: CallSite, concerns: Concerns): readonly CallSite[] {
  return wayTo(service, site).flatMap((place) => {
    const beside = callsOf(place).filter(({ call }) => call !== place.call);
    const before = beside.filter(({ call }) => call.span[1] <= place.call.span[0]);
    const hooks = beside.filter(({ call }) => !before.some((one) => one.call === call) && isHook(call.callee));
    return [...before, ...hooks, ...before.flatMap((one) => madeBy(service, one, concerns, DEEPEST))];
  });
}

/** The call, and the one that each function around it is called by, as long as there is no other. */
function wayTo({ link, modules }: Service, site: CallSite): readonly CallSite[] {
  const way = [site];
  for (let at = site; at.owner !== 0 && way.length < DEEPEST;) {
    const callers = link.callers(functionThing(at.module, at.owner)).filter((one) => modules.includes(one.site.module));
    const [caller] = callers;
    if (!caller || caller.things || callers.length > 1) break;
    at = caller.site;
    way.push(at);
  }
  return way;
}

/** What a function of the project does when it is called. */
function madeBy(service: Service, site: CallSite, concerns: Concerns, depth: number): readonly CallSite[] {
  if (depth === 0 || !concerns(site)) return [];
  const { module, call } = site;
  const functions = service.link.of(module, call.callee).flatMap((thing) => (thing.kind === 'function' ? [thing] : []));
  return functions.flatMap((fn) => {
    const calls = callsOf({ module: fn.module, owner: fn.function });
    return [...calls, ...calls.flatMap((one) => madeBy(service, one, concerns, depth - 1))];
  });
}

function callsOf({ module, owner }: Pick<CallSite, 'module' | 'owner'>): readonly CallSite[] {
  return module.calls.filter((one) => one.owner === owner);
}

function isHook(callee: CallSite['call']['callee']): boolean {
  return callee.kind === 'member' && callee.name === 'addHook';
}
