import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { takesWork } from '../starts.js';
import { functionThing } from '../thing.js';

/** Calls that are followed to see how a function ends. */
const BUDGET = 500;

/** In a function that does something and ends the process: the program is a tool, of which this is another command than the service. */
export function isInTask(service: Service, { module, owner }: CallSite): boolean {
  if (owner === 0) return false;
  const fn = functionThing(module, owner);
  const { end, exits, cut } = service.shortRun(fn, BUDGET);
  if (end !== undefined || cut || !exits.some(({ flow }) => !flow.failed && !flow.late)) return false;
  const { reach } = service;
  return ![...reach.from([fn]).values()].some(
    (one) => reach.signalListenersIn(one).length > 0 || reach.startsIn(one).some(({ thing }) => takesWork(thing)),
  );
}
