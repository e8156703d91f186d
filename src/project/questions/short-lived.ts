import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import type { Service } from '../service.js';
import { functionThing, type ResourceThing } from '../thing.js';
import { isKept } from './kept-openings.js';

/** Closes only what its function has opened itself on the way: a file for one line, a connection for one message. */
export function closesShortLived(run: Run, operation: Operation): boolean {
  const { things, kind, site } = operation;
  if (things.length === 0) return false;
  if (kind === 'call') return closesInside(run, operation).every((inner) => closesShortLived(run, inner));
  return things.every((thing) => isOpenedAround(run, thing, site));
}

/** What goes on inside a call that nobody waited for. */
export function closesInside(run: Run, { site }: Operation): readonly Operation[] {
  return run.operations.filter(({ kind, stack }) => kind !== 'call' && stack.some((outer) => outer.call === site.call));
}

/** In the function that closes it, or in one around that one, which runs here as well. */
function isOpenedAround(run: Run, { origin }: ResourceThing, { module, owner }: Operation['site']): boolean {
  if (origin?.module !== module) return false;
  const opener = module.ownerOf(origin.call);
  const around = [owner];
  for (let outer = module.function(owner)?.owner; outer !== undefined && outer > 0; outer = module.function(outer)?.owner)
    around.push(outer);
  return opener !== 0 && around.includes(opener) && run.reached.functions.has(functionThing(module, opener).id);
}

/** Opened for one piece of work, wherever that is: the file of one upload, of which nothing is left for the end of the process. */
export function isOfOneWork(service: Service, { origin }: ResourceThing): boolean {
  if (!origin) return false;
  const { module, call } = origin;
  const owner = module.ownerOf(call);
  return service.perWork.has(functionThing(module, owner).id) && !isKept(service, { module, call, owner });
}
