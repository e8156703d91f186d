import { argumentThings, texts } from './arguments.js';
import { functionsIn, type Handover } from './callbacks.js';
import type { Link } from './link.js';
import type { CallSite } from './module.js';
import { property } from './property.js';
import { builtinThing, type Thing, type Things } from './thing.js';

/** The listeners that `emitter.emit(event)` runs before it returns. */
export function emitted(link: Link, site: CallSite): readonly Handover[] {
  const { callee } = site.call;
  if (callee.kind !== 'member' || callee.name !== 'emit') return [];
  const emitters = link.of(site.module, callee.object).filter(isTold);
  if (emitters.length === 0) return [];
  return texts(argumentThings(link, site, 0)).flatMap((event) => heard(link, site, event, emitters));
}

/** The listeners that `controller.abort()` runs before it returns. */
export function aborted(link: Link, site: CallSite): readonly Handover[] {
  return link.called(site).flatMap((target) => {
    if (target.kind !== 'member' || target.member.aborts !== true || !target.receiver) return [];
    return heard(link, site, 'abort', property.of(link, target.receiver, 'signal'));
  });
}

function heard(link: Link, site: CallSite, event: string, emitters: Things): readonly Handover[] {
  return link.places.listening(event).flatMap((registered) => {
    const emitter = emitters.find((thing) => listensTo(link, registered, thing));
    const functions = emitter ? functionsIn(link, argumentThings(link, registered, 1)) : [];
    return emitter && functions.length > 0
      ? [{ site, role: 'now', functions, events: [], target: builtinThing('emit', emitter), awaited: false }]
      : [];
  });
}

function listensTo(link: Link, { module, call: { callee } }: CallSite, emitter: Thing): boolean {
  return callee.kind === 'member' && link.of(module, callee.object).some((thing) => thing.id === emitter.id);
}

/** One emitter is told from another: by its class, or by where it was made. */
function isTold(thing: Thing): boolean {
  return thing.kind === 'instance' || thing.kind === 'object' || thing.kind === 'resource';
}
