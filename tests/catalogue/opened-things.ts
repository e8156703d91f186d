import { settingsOf } from '../../src/adapter/settings.js';
import type { ArgumentPath } from '../../src/catalogue/shape.js';
import { serviceOf } from '../../src/project/analysis.js';
import { argumentThings } from '../../src/project/arguments.js';
import type { CallSite } from '../../src/project/module.js';
import { hookRoots, signalRoots } from '../../src/project/questions/shutdown-roots.js';
import { Workspace } from '../../src/project/workspace.js';
import type { Service } from '../../src/project/service.js';
import type { ResourceThing, Things } from '../../src/project/thing.js';

/** The service that a file on disk belongs to. */
export function serviceWith(file: string): Service {
  return serviceOf(Workspace.of(file), settingsOf({}));
}

/** What calls make anew, in the order in which the calls end. Not the timers that fire once: deadlines and sleeps. */
export function openedIn(service: Service): readonly ResourceThing[] {
  const sites = service.calls.filter((site) => !isOneShot(service, site)).sort((a, b) => a.call.span[1] - b.call.span[1]);
  const made = sites.flatMap((site) => {
    const things = settled(service.link.of(site.module, site.call));
    return things.filter((thing) => thing.origin?.call === site.call);
  });
  return [...new Map(made.map((thing) => [thing.id, thing])).values()];
}

function isOneShot(service: Service, site: CallSite): boolean {
  return service.link.of(site.module, site.call.callee).some((target) => target.kind === 'member' && target.member.timer === 'once');
}

function settled(things: Things): readonly ResourceThing[] {
  return things.flatMap((thing) => (thing.kind === 'promise' ? settled(thing.of) : thing.kind === 'resource' ? [thing] : []));
}

/** `node:http#Server`. */
export function fullName({ library, typeName }: ResourceThing): string {
  return `${library.name}#${typeName}`;
}

/** Ids of all that the shutdown closes: itself, by a library that it was given to, or with what it was made from or attached to. */
export function closedIds(service: Service): ReadonlySet<string> {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  const operations = roots.flatMap((root) => service.run(root.fn).operations).flatMap(({ things }) => things);
  const reached = service.reach.from(roots.map(({ fn }) => fn));
  const calls = [...reached.values()].flatMap((fn) => service.reach.callsIn(fn));
  const byLibraries = service.signalListeners.flatMap(({ library, site }) => {
    return library?.closes === undefined ? [] : thingsAt(service, site, library.closes);
  });
  const closed = new Set([...operations, ...calls.flatMap((site) => cleared(service, site)), ...byLibraries].map(({ id }) => id));
  for (let before = -1; before < closed.size;) {
    before = closed.size;
    for (const site of service.calls) addConnected(service, site, closed);
  }
  return closed;
}

/** What stands at an argument, or is the receiver (`this`). */
function thingsAt(service: Service, site: CallSite, at: ArgumentPath): Things {
  if (at !== 'this') return argumentThings(service.link, site, at);
  const targets = service.link.of(site.module, site.call.callee);
  return targets.flatMap((target) => (target.kind === 'member' && target.receiver ? [target.receiver] : []));
}

function cleared(service: Service, site: CallSite): Things {
  return service.link.of(site.module, site.call.callee).flatMap((target) => {
    if (target.kind !== 'member' || target.member.clears === undefined) return [];
    return thingsAt(service, site, target.member.clears);
  });
}

function addConnected(service: Service, site: CallSite, closed: Set<string>): void {
  const made = settled(service.link.of(site.module, site.call));
  for (const target of service.link.of(site.module, site.call.callee)) {
    if (target.kind !== 'member') continue;
    const owned = (target.member.owns ?? []).flatMap((at) => argumentThings(service.link, site, at));
    if (made.some(({ id }) => closed.has(id))) for (const { id } of owned) closed.add(id);
    const base = (target.member.attaches ?? []).flatMap((at) => thingsAt(service, site, at));
    if (base.some(({ id }) => closed.has(id))) for (const { id } of made) closed.add(id);
  }
}
