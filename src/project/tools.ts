import { isSource, type Entry } from './entry.js';
import type { Module } from './module.js';
import { scopeOf } from './scope.js';
import type { Service } from './service.js';

/** Part of a program in service, or of a package that may have one. */
export function isInService(service: Service, module: Module): boolean {
  return (isSource(module.path, service.workspace, service.entries) || isLoadedScript(service, module)) && !isTool(service, module);
}

/** What a program in service loads is a part of it, whatever its folder is called: `server/scripts/shutdown.ts`. */
function isLoadedScript(service: Service, module: Module): boolean {
  return scopeOf(module.path, service.workspace) === 'script' && service.processesLoading(module).length > 0;
}

/** Part of a command-line tool, or of what is run for work at the code, and of no service. */
function isTool(service: Service, module: Module): boolean {
  const { workspace } = service;
  const bins = Object.keys(workspace.packageOf(module.path)?.manifest.bin ?? {});
  const { started, forWork } = loadedIn(service);
  const mayBe = module.facts.hashbang || bins.length > 0 || forWork.has(module.path);
  return mayBe && service.processesLoading(module).length === 0 && !started.has(module.path);
}

interface Loaded {
  /** By the commands and scripts of services, whether or not anything is seen to go live. */
  readonly started: ReadonlySet<string>;
  /** By scripts for work at the code alone. */
  readonly forWork: ReadonlySet<string>;
}

const known = new WeakMap<Service, Loaded>();

function loadedIn(service: Service): Loaded {
  const before = known.get(service);
  if (before) return before;
  const loadedBy = (matches: (entry: Entry) => boolean): ReadonlySet<string> =>
    service.workspace.closureOf(service.entries.filter(matches).map(({ path }) => path));
  const isForWork = ({ isDevelopment, role }: Entry): boolean => isDevelopment === true && role === 'task';
  const others = loadedBy((entry) => !isForWork(entry));
  const forWork = new Set([...loadedBy(isForWork)].filter((file) => !others.has(file)));
  const loaded = { started: loadedBy(({ isStart }) => isStart === true), forWork };
  known.set(service, loaded);
  return loaded;
}
