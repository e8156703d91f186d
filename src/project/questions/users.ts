/** Who uses a dependency. */
import { LISTENING } from '../callbacks.js';
import { handsOn } from '../handing.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { awaited, type ResourceThing } from '../thing.js';

/** It is only given to libraries' things that the shutdown closes: `run({ pgPool })`. When they have drained, nothing is under way in it. */
export function isUsedByClosedAlone(service: Service, thing: ResourceThing, closed: ReadonlySet<string>): boolean {
  const { link, calls } = service;
  const givings = calls.filter(
    ({ module, call }) => call !== thing.origin?.call && call.args.some((value) => handsOn(link, module, value, thing)),
  );
  const makesClosed = ({ module, call }: CallSite): boolean =>
    awaited(link.of(module, call)).some((made) => made.kind === 'resource' && made.origin?.call === call && closed.has(made.id));
  return givings.length > 0 && givings.every(makesClosed) && !calls.some((site) => isCalledOn(service, site, thing));
}

/** A method of it is called that is no registration of a listener. */
function isCalledOn({ link }: Service, { module, call: { callee } }: CallSite, { id }: ResourceThing): boolean {
  if (callee.kind !== 'member' || LISTENING.has(callee.name ?? '')) return false;
  return link.of(module, callee.object).some((one) => one.id === id);
}
