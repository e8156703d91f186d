import { loadedFrom } from '../processes.js';
import type { CallSite } from '../module.js';
import type { Service } from '../service.js';

/** The module runs in a process that serves or consumes, or belongs to a package that has one and may load it in a way that is not seen. */
export function isInService(service: Service, { module }: CallSite): boolean {
  if (service.processesLoading(module).length > 0) return true;
  const owner = service.workspace.packageOf(module.path)?.dir;
  return service.livePackages.has(owner) && !isBeside(service, owner);
}

/** All that the processes of the package load is seen: what is none of it is part of a page, a tool or something else. */
function isBeside(service: Service, owner: string | undefined): boolean {
  const processes = service.processes.filter(({ entry }) => entry.package?.dir === owner);
  return (
    processes.length > 0 && processes.every(({ entry: { path, preloads } }) => loadedFrom(service.link, [path, ...preloads]) !== undefined)
  );
}
