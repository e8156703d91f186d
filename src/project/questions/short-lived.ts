import type { Operation } from '../run/flow.js';
import type { Run } from '../run/run.js';
import { functionThing, type ResourceThing } from '../thing.js';

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
