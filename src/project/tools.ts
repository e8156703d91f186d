import { entriesOf } from './entries.js';
import type { Module } from './module.js';
import type { Service } from './service.js';
import type { Workspace } from './workspace.js';

/** Part of a command-line tool and of no service. */
export function isTool(service: Service, module: Module): boolean {
  const { workspace } = service;
  const bins = Object.keys(workspace.packageOf(module.path)?.manifest.bin ?? {});
  const mayBe = module.facts.hashbang || bins.length > 0;
  return mayBe && service.processesLoading(module).length === 0 && !startedIn(workspace).has(module.path);
}

const known = new WeakMap<Workspace, { readonly version: number; readonly files: ReadonlySet<string> }>();

/** What the scripts of services load, whether or not anything is seen to go live. */
function startedIn(workspace: Workspace): ReadonlySet<string> {
  const before = known.get(workspace);
  if (before?.version === workspace.version) return before.files;
  const files = workspace.closureOf(entriesOf(workspace).flatMap(({ isStart, path }) => (isStart ? [path] : [])));
  known.set(workspace, { version: workspace.version, files });
  return files;
}
