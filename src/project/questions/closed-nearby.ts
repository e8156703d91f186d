import { walkSteps } from '../../facts/walk.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { awaited, functionThing, type ResourceThing } from '../thing.js';
import { closedBy } from './closed-things.js';

/** Short-lived: the function that opens it closes it, and not in a catch clause alone, or each that has it opened and gets it back. */
export function isClosedNearby(service: Service, thing: ResourceThing, site: CallSite, depth = 0): boolean {
  const { module, owner } = site;
  const closes = service.reach
    .callsIn(functionThing(module, owner))
    .some((one) => closedBy(service, one).some(({ id }) => id === thing.id) && !isInCatch(one));
  return closes || (owner !== 0 && depth < DEEPEST && isClosedByCallers(service, thing, site, depth + 1));
}

/** Helpers that open for others lead to helpers. */
const DEEPEST = 4;

/** `const sql = connect(); try { … } finally { await sql.end(); }`. */
function isClosedByCallers(service: Service, thing: ResourceThing, { module, owner }: CallSite, depth: number): boolean {
  const callers = service.link.callers(functionThing(module, owner)).map(({ site }) => site);
  const isGiven = (site: CallSite): boolean => awaited(service.link.of(site.module, site.call)).some(({ id }) => id === thing.id);
  return callers.length > 0 && callers.every((site) => isGiven(site) && isClosedNearby(service, thing, site, depth));
}

function isInCatch({ module, call, owner }: CallSite): boolean {
  let found = false;
  walkSteps(
    module.function(owner)?.body ?? [],
    () => undefined,
    (step) => {
      found ||= step.kind === 'attempt' && (step.handler ?? []).some(({ span }) => span[0] <= call.span[0] && call.span[1] <= span[1]);
    },
  );
  return found;
}
