/** Processes that a shutdown ends and that are started again whenever one ends. */
import { contains } from '../../facts/spans.js';
import { allSteps, allValues } from '../../facts/walk.js';
import type { Handover } from '../callbacks.js';
import type { CallSite } from '../module.js';
import { removesListener } from '../removals.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { functionThing, type FunctionThing } from '../thing.js';

/** What starts another process for each that ends, in the process of a listener that ends nothing else; that one goes on for ever. */
export function revivedUnder(service: Service, listener: SignalListener): CallSite | undefined {
  if (!listener.signals.includes('SIGTERM') || !leavesToEnd(service, listener)) return undefined;
  const revivals = service
    .handed('event')
    .filter((handover) => handover.events.includes('exit') && standsBeside(service, handover.site, listener.site))
    .filter((handover) => handover.functions.some((fn) => startsAnother(service, handover, fn)));
  return revivals[0]?.site;
}

/** It does not end its own process, is seen whole, and takes no listener away. */
function leavesToEnd(service: Service, { functions }: SignalListener): boolean {
  const below = [...service.reach.from(functions).values()];
  return (
    functions.length > 0 &&
    functions.every((fn) => {
      const { cut, exits, end, operations } = service.run(fn);
      const endsOthers = operations.some(({ things }) => things.length > 0 && things.every(({ type }) => type.kind === 'process'));
      return !cut && exits.length === 0 && end?.unseen === false && endsOthers;
    }) &&
    !below.some((fn) => service.reach.callsIn(fn).some(removesListener))
  );
}

/** Whatever the reason of the end, as far as can be seen: without a decision on the way. */
function startsAnother(service: Service, { target }: Handover, fn: FunctionThing): boolean {
  const emitter = target.kind === 'member' ? target.receiver : undefined;
  if (emitter?.type.kind !== 'process' || decides(fn)) return false;
  return service.reach
    .callsIn(fn)
    .some((site) =>
      service.link
        .of(site.module, site.call)
        .some(
          (made) =>
            made.kind === 'resource' && made.type.kind === 'process' && made.library === emitter.library && made.origin?.call === site.call,
        ),
    );
}

function decides({ module, function: id }: FunctionThing): boolean {
  const body = module.function(id)?.body ?? [];
  const isPlain = allSteps(body).every(({ kind }) => kind === 'evaluate' || kind === 'declare' || kind === 'return');
  return !isPlain || allValues(body).some(({ kind }) => kind === 'choice');
}

/** In the same function, or in one that it calls, and under no condition of its own. */
function standsBeside(service: Service, site: CallSite, listener: CallSite): boolean {
  if (site.module !== listener.module) return false;
  const isHere = ({ module, call, owner }: CallSite): boolean =>
    module === listener.module &&
    owner === listener.owner &&
    module.conditionsAround(call).every((condition) => contains(condition, listener.call.span));
  if (isHere(site)) return true;
  const fn = functionThing(site.module, site.owner);
  return (
    site.module.conditionsAround(site.call).every((condition) => !contains(site.module.function(site.owner)?.span ?? [0, 0], condition)) &&
    service.link.callers(fn).some((caller) => isHere(caller.site))
  );
}
