import { settingsOf } from '../../src/adapter/settings.js';
import type { ArgumentPath } from '../../src/catalogue/shape.js';
import { serviceOf } from '../../src/project/analysis.js';
import { argumentThings } from '../../src/project/arguments.js';
import type { CallSite } from '../../src/project/module.js';
import { closedWith } from '../../src/project/ownership.js';
import { hookRoots, signalRoots } from '../../src/project/questions/shutdown-roots.js';
import type { SignalListener } from '../../src/project/signals.js';
import { Workspace } from '../../src/project/workspace.js';
import type { Service } from '../../src/project/service.js';
import { awaited, type MemberThing, type ResourceThing, type Things } from '../../src/project/thing.js';

/** The service that a file on disk belongs to. */
export function serviceWith(file: string): Service {
  return serviceOf(Workspace.of(file), settingsOf({}));
}

/** What calls open, in the order in which the calls end. Not the timers that fire once: deadlines and sleeps. */
export function openedIn(service: Service): readonly ResourceThing[] {
  const sites = [...service.calls].sort((a, b) => a.call.span[1] - b.call.span[1]);
  const opened = sites.flatMap((site) => {
    const targets = membersAt(service, site);
    if (targets.some(({ member }) => member.timer === 'once')) return [];
    const made = resources(service.link.of(site.module, site.call));
    const inPlace = targets.some(({ member }) => member.opens === true && member.resolves === 'this');
    return made.filter((thing) => thing.origin?.call === site.call || inPlace);
  });
  return [...new Map(opened.map((thing) => [thing.id, thing])).values()];
}

function membersAt(service: Service, site: CallSite): readonly MemberThing[] {
  return service.link.called(site).filter((target) => target.kind === 'member');
}

function resources(things: Things): readonly ResourceThing[] {
  return awaited(things).filter((thing) => thing.kind === 'resource');
}

/** `node:http#Server`. */
export function fullName({ library, typeName }: ResourceThing): string {
  return `${library.name}#${typeName}`;
}

/** Ids of all that the shutdown closes: itself, by a library that it was given to, or with what it is a part of. */
export function closedIds(service: Service): ReadonlySet<string> {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  const operations = roots.flatMap((root) => service.run(root.fn).operations).flatMap(({ things }) => things);
  const reached = service.reach.from(roots.map(({ fn }) => fn));
  const cleared = [...reached.values()].flatMap((fn) => service.reach.callsIn(fn)).flatMap((site) => clearedAt(service, site));
  const byLibraries = service.signalListeners.flatMap((listener) => closedByLibrary(service, listener));
  return closedWith(service, [...operations, ...cleared, ...byLibraries]);
}

/** What a library closes that handles the signals: what the catalogue says, and the app that it is registered with as a plugin. */
function closedByLibrary(service: Service, { site, library, plugin }: SignalListener): Things {
  if (plugin) return thingsAt(service, site, 'this');
  return library?.closes === undefined ? [] : thingsAt(service, site, library.closes);
}

function clearedAt(service: Service, site: CallSite): Things {
  return membersAt(service, site).flatMap(({ member }) => (member.clears === undefined ? [] : thingsAt(service, site, member.clears)));
}

/** What stands at an argument, or is the receiver (`this`). */
function thingsAt(service: Service, site: CallSite, at: ArgumentPath): Things {
  return at === 'this' ? membersAt(service, site).flatMap(({ receiver }) => receiver ?? []) : argumentThings(service.link, site, at);
}
