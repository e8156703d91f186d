import type { ArgumentPath } from '../catalogue/shape.js';
import type { CallValue } from '../facts/module-facts.js';
import { argumentThings } from './arguments.js';
import { endEvent } from './end-events.js';
import type { CallSite } from './module.js';
import { pending, type Flow, type Operation } from './run/flow.js';
import type { Service } from './service.js';
import { awaited, type ResourceThing, type Thing, type Things } from './thing.js';

/** What one call makes, what becomes a part of it, and what it only attaches to. */
interface Joint {
  readonly made: Things;
  readonly owned: Things;
  readonly attachedTo: Things;
}

const known = new WeakMap<Service, readonly Joint[]>();

/** These things and all that is closed with them: what they own, what is attached to them, and what the same call made. */
export function closedWith(service: Service, things: Iterable<Thing>): ReadonlySet<string> {
  const closed = new Set<string>();
  const origins = new Set<CallValue>();
  const add = (thing: Thing): void => {
    closed.add(thing.id);
    if (thing.kind === 'resource' && thing.origin && !thing.type.part) origins.add(thing.origin.call);
  };
  for (const thing of things) add(thing);
  const isClosed = (thing: Thing): boolean =>
    closed.has(thing.id) || (thing.kind === 'resource' && thing.origin !== undefined && origins.has(thing.origin.call));
  const closeAt = ({ made, owned, attachedTo }: Joint): void => {
    if (made.some(isClosed)) owned.forEach(add);
    if (attachedTo.some(isClosed)) made.forEach(add);
    made.filter(isClosed).forEach(add);
  };
  for (let before = -1; before !== closed.size;) {
    before = closed.size;
    jointsOf(service).forEach(closeAt);
  }
  return closed;
}

/** The same thing, or what hands it out. */
export function isOf({ id, type, origin }: ResourceThing, thing: ResourceThing): boolean {
  return id === thing.id || (type.part === true && origin !== undefined && origin.call === thing.origin?.call);
}

/** What is under way. What is attached to something, or owned by it, is over when that has drained. */
export function pendingAt(service: Service, flow: Flow): readonly Operation[] {
  const open = pending(flow).filter((operation) => !isEmptied(flow, operation) && !isClosedAgain(flow, operation));
  if (open.length === 0) return open;
  const drained = [...flow.operations].flatMap(([operation, progress]) =>
    progress === 'done' && isDrain(operation) ? [...operation.things] : [],
  );
  if (drained.length === 0) return open;
  const over = closedWith(service, drained);
  // Of what one call makes, as a server and its sockets, each ends by itself.
  const endsWith = (thing: ResourceThing): boolean =>
    over.has(thing.id) &&
    !drained.some(({ id, origin }) => id === thing.id || (origin !== undefined && origin.call === thing.origin?.call));
  return open.filter(({ things }) => things.length === 0 || !things.every(endsWith));
}

/** It waits for its clients alone, and those are cut: `for (const client of sockets.clients) client.terminate()`. */
function isEmptied({ operations }: Flow, { close, things }: Operation): boolean {
  const cut = [...operations.keys()].filter(({ forced }) => forced).flatMap((operation) => [...operation.things]);
  return (
    !close.drains &&
    things.length > 0 &&
    things.every((thing) => cut.some(({ id, origin }) => id !== thing.id && origin !== undefined && origin.call === thing.origin?.call))
  );
}

/** `server.close(); await closed(server)`: measured, the callback of a second close of a server comes when the first is over. */
function isClosedAgain({ operations }: Flow, { close, site }: Operation): boolean {
  if (!close.drains || close.style !== 'callback') return false;
  const over = [...operations].filter(([other, progress]) => progress === 'done' && !other.forced && other.close.style === 'callback');
  return over.some(([other]) => other.site.call !== site.call && isSameReceiver(site, other.site));
}

/** The same variable, or the same property of `this`. */
function isSameReceiver(one: CallSite, other: CallSite): boolean {
  const [first, second] = [one, other].map(({ call: { callee } }) => (callee.kind === 'member' ? callee.object : undefined));
  if (one.module !== other.module || !first || !second) return false;
  if (first.kind === 'reference') return second.kind === 'reference' && first.binding === second.binding;
  if (first.kind !== 'member' || second.kind !== 'member') return false;
  return first.object.kind === 'this' && second.object.kind === 'this' && first.name !== undefined && first.name === second.name;
}

function isDrain({ kind, close, forced, things }: Operation): boolean {
  if (kind !== 'close' || !close.drains || forced || close.style === 'sync') return false;
  return close.style !== 'detached' || endEvent(close, things) !== undefined;
}

function jointsOf(service: Service): readonly Joint[] {
  const before = known.get(service);
  if (before) return before;
  const joints = service.calls.flatMap((site) => jointsAt(service, site));
  known.set(service, joints);
  return joints;
}

function jointsAt(service: Service, site: CallSite): readonly Joint[] {
  return service.link.called(site).flatMap((target) => {
    if (target.kind !== 'member') return [];
    const { owns = [], attaches = [], opens } = target.member;
    if (owns.length === 0 && attaches.length === 0 && opens !== true && target.receiver) return [];
    const made = awaited(service.link.of(site.module, site.call));
    const at = (paths: readonly ArgumentPath[]): Things =>
      paths.flatMap((path) => (path === 'this' ? (target.receiver ?? []) : argumentThings(service.link, site, path)));
    return [{ made, owned: at(owns), attachedTo: at(attaches) }];
  });
}
