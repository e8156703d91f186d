/** Shutdowns of libraries that only Ctrl-C begins. */
import type { CallSite, Module } from '../module.js';
import type { Service } from '../service.js';
import type { SignalListener } from '../signals.js';
import { takesWork } from '../starts.js';
import { functionThing, type FunctionThing, type ResourceThing } from '../thing.js';

/** A library's shutdown that listens for SIGINT, in a package that speaks of SIGTERM nowhere. */
export interface InterruptedLibrary {
  readonly site: CallSite;
  /** The exported function that registers it, and makes something live. */
  readonly fn: FunctionThing;
  readonly things: readonly ResourceThing[];
}

/** Programs that use the library are not seen, so only what the same exported function starts and registers counts. */
export function interruptedLibraries(service: Service): readonly InterruptedLibrary[] {
  const own = service.signalListeners.filter(isInterrupt);
  const shutdowns = own.filter((listener) => isOfLibrary(service, listener.site.module) && shutsDown(service, listener));
  return shutdowns.flatMap(({ site }) => {
    const begun = exportedFunctions(service, site.module).flatMap((fn) => beginningOf(service, fn, site));
    return begun.slice(0, 1);
  });
}

/** The project's own, for SIGINT alone. */
export function isInterrupt({ library, signals }: SignalListener): boolean {
  return !library && signals.length === 1 && signals[0] === 'SIGINT';
}

const STARTED = /SIGTERM|^#!/u;

/** A package that nothing starts, neither as a service nor as a tool. */
function isOfLibrary(service: Service, module: Module): boolean {
  const { workspace, link } = service;
  const owner = workspace.packageOf(module.path);
  if (!owner || Object.keys(owner.manifest.bin ?? {}).length > 0) return false;
  const files = workspace.files.filter((file) => workspace.packageOf(file) === owner);
  const isStarted = service.processes.some(({ entry }) => entry.package === owner) || link.unreadable.length > 0;
  return !isStarted && !files.some((file) => workspace.matches(file, STARTED));
}

/** It ends the process or closes something; what an error may do is another matter. */
function shutsDown(service: Service, { functions }: SignalListener): boolean {
  const runs = functions.map((fn) => service.run(fn));
  return runs.some(({ cut, exits, operations }) => !cut && (exits.length > 0 || operations.length > 0));
}

/** Of the package. */
function exportedFunctions({ link, modules, workspace }: Service, { path }: Module): readonly FunctionThing[] {
  const owner = workspace.packageOf(path);
  const exports = modules.flatMap((module) =>
    workspace.packageOf(module.path) === owner ? module.facts.exports.map(({ value }) => ({ module, value })) : [],
  );
  return exports.flatMap(({ module, value }) => (value ? link.of(module, value).filter((thing) => thing.kind === 'function') : []));
}

function beginningOf({ reach }: Service, fn: FunctionThing, site: CallSite): readonly InterruptedLibrary[] {
  const reached = reach.from([fn]);
  if (!reached.has(functionThing(site.module, site.owner).id)) return [];
  const starts = [...reached.values()].flatMap((one) => reach.startsIn(one)).map(({ thing }) => thing);
  const things = starts.filter(takesWork);
  return things.length > 0 ? [{ site, fn, things }] : [];
}
