import { closedThings } from '../kept.js';
import { closedByLibrary } from '../library-shutdown.js';
import type { CallSite } from '../module.js';
import { closedWith } from '../ownership.js';
import type { Operation } from '../run/flow.js';
import type { Service } from '../service.js';
import { awaited, functionThing, type ResourceThing, type Things } from '../thing.js';
import { closesAfterLoops } from './after-loops.js';
import { hookRoots, signalRoots } from './shutdown-roots.js';

/** What the call itself closes. */
export function closedBy(service: Service, site: CallSite): Things {
  return service.link.called(site).flatMap((target) => {
    return target.kind === 'member' && target.member.closes ? closedThings(service.link, site, target, target.member.closes) : [];
  });
}

/** What the call sends a message to: `worker.postMessage('stop')`. */
function toldBy(service: Service, site: CallSite): Things {
  return service.link
    .called(site)
    .flatMap((target) => (target.kind === 'member' && target.member.tells === true && target.receiver ? [target.receiver] : []));
}

/** Everything that any close in the shutdown code, or anywhere it may be called from, closes. */
export function closedIds(service: Service): ReadonlySet<string> {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  const operations = [...roots.flatMap((root) => service.run(root.fn).operations), ...closesAfterLoops(service)];
  const reached = service.reach.from(
    roots.map((root) => root.fn),
    true,
  );
  const anywhere = service.calls
    .filter((site) => site.owner !== 0 && reached.has(functionThing(site.module, site.owner).id))
    .flatMap((site) => [...closedBy(service, site), ...toldBy(service, site)]);
  const byLibraries = service.signalListeners.flatMap((listener) => closedByLibrary(service, listener));
  const closed = [...operations.flatMap((operation) => closedIn(operation)), ...anywhere, ...byLibraries];
  return closedWith(service, [...closed, ...anyOfTheirTypes(service, closed)]);
}

/** One that is known by its type alone, as a container hands it out, may be any that the program opens of that type. */
function anyOfTheirTypes({ link, calls }: Service, closed: Things): Things {
  const types = new Set(closed.flatMap((thing) => (thing.kind === 'resource' && !thing.origin ? [typeOf(thing)] : [])));
  if (types.size === 0) return [];
  const made = calls.flatMap(({ module, call }) => awaited(link.of(module, call)));
  return made.filter((thing) => thing.kind === 'resource' && types.has(typeOf(thing)));
}

function typeOf({ library, typeName }: ResourceThing): string {
  return `${library.name}#${typeName}`;
}

/** What has been flushed may stay open, unless it then holds the process. */
function closedIn({ kind, things }: Operation): readonly ResourceThing[] {
  return kind === 'flush' ? things.filter(({ type }) => type.keepsAlive !== true) : things;
}
