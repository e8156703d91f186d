import type { SignalHandling } from '../../catalogue/shape.js';
import { argumentThings } from '../arguments.js';
import type { Process } from '../processes.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';
import { awaited, functionThing, type ResourceThing, type Things } from '../thing.js';
import { inertListeners } from './inert-listeners.js';
import { hookRoots, signalRoots } from './shutdown-roots.js';

/** Something that a service opens and that its shutdown leaves open. */
export interface UnclosedResource {
  readonly thing: ResourceThing;
  readonly site: CallSite;
  readonly process: Process;
}

export function unclosedResources(service: Service): readonly UnclosedResource[] {
  const closed = closedIds(service);
  return service.processes.flatMap((process) => {
    if (!hasShutdown(service, process) || hidesCloses(service, process)) return [];
    return openedIn(service, process).filter(({ thing, site }) => !closed.has(thing.id) && !isOwned(service, thing, closed) && !isHandedOver(service, thing, site))
      .map(({ thing, site }) => ({ thing, site, process }));
  });
}

/** The process has a shutdown of its own, or hooks that a library runs on a signal. */
function hasShutdown(service: Service, process: Process): boolean {
  const inert = inertListeners(service).flatMap(({ listener, until }) => (until === undefined ? [listener.site.call] : []));
  return process.listeners.some((listener) => !inert.includes(listener.site.call) && listener.signals.some((signal) => signal === 'SIGTERM' || signal === 'SIGINT' || signal === '*') && (listener.functions.length > 0 || listener.library !== undefined));
}

/** A shutdown that calls something unseen may close anything. */
function hidesCloses(service: Service, process: Process): boolean {
  const roots = process.listeners.flatMap((listener) => listener.functions);
  return roots.some((fn) => { const run = service.run(fn); return run.cut || run.end?.unseen === true || run.exits.some(({ flow }) => flow.unseen); });
}

function openedIn(service: Service, process: Process): readonly { readonly thing: ResourceThing; readonly site: CallSite }[] {
  const calls = [...process.reached.values()].flatMap((fn) => service.reach.callsIn(fn).filter((site) => !service.perWork.has(fn.id) || isKeptByModule(site)));
  return calls.flatMap((site) => {
    const made = awaited(service.link.of(site.module, site.call)).filter((thing) => thing.kind === 'resource' && thing.origin?.call === site.call);
    return [...made, ...openedInPlace(service, site)].flatMap((thing) => (thing.kind === 'resource' && thing.type.needsClose === true ? [{ thing, site }] : []));
  });
}

/** Opened on first use and kept in a variable of the module: `pool ??= new Pool()`. */
function isKeptByModule({ module, call }: CallSite): boolean {
  return module.facts.bindings.some(({ owner, sources }) => owner === 0 && sources.some(({ value }) => value === call || (value?.kind === 'await' && value.value === call)));
}

/** What the call opens that was there before: `mongoose.connect()`. */
function openedInPlace(service: Service, site: CallSite): Things {
  return service.link.of(site.module, site.call.callee).flatMap((target) => {
    if (target.kind !== 'member' || target.member.opens !== true || !target.receiver) return [];
    return target.member.resolves === 'this' || target.member.returns === 'this' ? [target.receiver] : [];
  });
}

/** Everything that any close in the shutdown code, or anywhere it may be called from, closes. */
function closedIds(service: Service): ReadonlySet<string> {
  const roots = [...signalRoots(service), ...hookRoots(service)];
  const operations = roots.flatMap((root) => service.run(root.fn).operations);
  const anywhere = service.calls.flatMap((site) => service.link.of(site.module, site.call.callee).flatMap((target) => {
    if (target.kind !== 'member' || !target.member.closes) return [];
    const things = target.member.closes.of === undefined ? (target.receiver ? [target.receiver] : []) : argumentThings(service.link, site, target.member.closes.of);
    return isShutdownCode(service, site) ? things : [];
  }));
  const byLibraries = service.signalListeners.flatMap(({ library, site }) => (library ? closedByLibrary(service, site, library) : []));
  return new Set([...operations.flatMap(({ things }) => [...things]), ...anywhere, ...byLibraries].map((thing) => thing.id));
}

/** What a library that handles signals closes by itself: what it is told to, and what the same call makes. */
function closedByLibrary(service: Service, site: CallSite, { closes }: SignalHandling): Things {
  const made = awaited(service.link.of(site.module, site.call));
  if (closes === undefined) return made;
  if (closes !== 'this') return [...made, ...argumentThings(service.link, site, closes)];
  return service.link.of(site.module, site.call.callee).flatMap((target) => (target.kind === 'member' ? target.receiver ?? [] : []));
}

/** A close in a function whose callers are not seen, or that the shutdown may reach. */
function isShutdownCode(service: Service, site: CallSite): boolean {
  const fn = functionThing(site.module, site.owner);
  if (site.owner === 0) return false;
  const roots = [...signalRoots(service), ...hookRoots(service)].map((root) => root.fn);
  return service.reach.from(roots, true).has(fn.id);
}

/** What it is attached to, or what it was given to, is closed. */
function isOwned(service: Service, thing: ResourceThing, closed: ReadonlySet<string>): boolean {
  return service.calls.some((site) => service.link.of(site.module, site.call.callee).some((target) => {
    if (target.kind !== 'member') return false;
    const made = service.link.of(site.module, site.call);
    const given = (target.member.owns ?? []).some((at) => argumentThings(service.link, site, at).some((one) => one.id === thing.id));
    if (given && made.some((one) => closed.has(one.id))) return true;
    const isMade = made.some((one) => one.id === thing.id);
    return isMade && (target.member.attaches ?? []).some((at) => argumentThings(service.link, site, at).some((one) => closed.has(one.id)));
  }));
}

/** Given to something unseen that may close it. */
function isHandedOver(service: Service, thing: ResourceThing, opened: CallSite): boolean {
  return service.calls.some(({ module, call }) => call !== opened.call
    && service.link.known(module, call.callee).some((target) => target.kind === 'unknown' || target.kind === 'external')
    && call.args.some((value) => service.link.of(module, value).some((one) => one.id === thing.id)));
}
