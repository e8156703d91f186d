import type { Module } from './module.js';
import type { Service } from './service.js';

/** Part of a command-line tool and of no service. */
export function isTool(service: Service, module: Module): boolean {
  const { workspace } = service;
  const bins = Object.keys(workspace.packageOf(module.path)?.manifest.bin ?? {});
  const mayBe = module.facts.hashbang || bins.length > 0;
  return mayBe && service.processesLoading(module).length === 0 && !startedIn(service).has(module.path);
}

const known = new WeakMap<Service, ReadonlySet<string>>();

/** What the commands and scripts of services load, whether or not anything is seen to go live. */
function startedIn(service: Service): ReadonlySet<string> {
  const files =
    known.get(service) ?? service.workspace.closureOf(service.entries.flatMap(({ isStart, path }) => (isStart === true ? [path] : [])));
  known.set(service, files);
  return files;
}
