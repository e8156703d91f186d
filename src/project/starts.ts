import { conditionHolds } from './arguments.js';
import { handoversOf } from './callbacks.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { callResult } from './results.js';
import type { MemberThing, ResourceThing, Thing, Things } from './thing.js';

/** A call that makes a thing live: a server accepts, a consumer takes work. */
export interface Start {
  readonly site: CallSite;
  readonly thing: ResourceThing;
}

export function startsAt(link: Link, site: CallSite): readonly Start[] {
  return link
    .called(site)
    .flatMap(withoutPromise)
    .flatMap((callee) => {
      if (callee.kind !== 'member' || !starts(link, site, callee)) return [];
      return started(link, site, callee).flatMap((thing) => (closesWhenLive(link, site, thing) ? [] : [{ site, thing }]));
    });
}

/** `promisify(server.listen.bind(server, port))` as what it calls. */
export function withoutPromise(thing: Thing): Things {
  return thing.kind === 'promisified' ? thing.of : [thing];
}

function starts(link: Link, site: CallSite, { member }: MemberThing): boolean {
  if (member.starts === undefined) return false;
  return member.starts === true || conditionHolds(link, site, member.starts) === 'yes';
}

/** What a method starts is its receiver, or what it makes of it (`app.listen()` gives the server); a function starts what it gives. */
function started(link: Link, site: CallSite, callee: MemberThing): readonly ResourceThing[] {
  const given = callResult(link, site, callee).flatMap((thing) => (thing.kind === 'promise' ? thing.of : [thing]));
  const resources = given.filter((thing) => thing.kind === 'resource');
  const live = resources.filter(takesWork);
  if (live.length > 0) return live;
  return callee.receiver ? [callee.receiver] : resources;
}

export function takesWork(thing: ResourceThing): boolean {
  return thing.type.kind === 'server' || thing.type.kind === 'consumer';
}

/** Its own listener for that it listens closes it: it only finds out whether a port is free. */
export function closesWhenLive(link: Link, { module }: CallSite, thing: ResourceThing): boolean {
  const closes = module.calls.filter((site) => site.owner !== 0 && !module.isConditional(site.call) && isCloseOf(link, site, thing));
  if (closes.length === 0) return false;
  const listeners = module.calls.flatMap((site) =>
    handoversOf(link, site).flatMap(({ role, target, functions }) =>
      role === 'listening' && target.kind === 'member' && target.receiver?.id === thing.id ? functions : [],
    ),
  );
  return listeners.some((fn) => closes.some(({ owner }) => fn.module === module && fn.function === owner));
}

function isCloseOf(link: Link, site: CallSite, { id }: ResourceThing): boolean {
  return link.called(site).some((target) => target.kind === 'member' && target.member.closes !== undefined && target.receiver?.id === id);
}
