import path from 'node:path';
import type { Commanded } from './deployment/commanded.js';
import { matchesGlob } from './globs.js';
import { sourceOf, withExtension } from './outputs.js';
import type { PackageInfo } from './packages.js';
import { scopeOf } from './scope.js';
import type { ProjectSettings } from './settings.js';
import type { Workspace } from './workspace.js';

/** A module with which a process starts. */
export interface Entry {
  readonly path: string;
  readonly package: PackageInfo | undefined;
  /** What names it: the settings, a manifest, package.json, or that no other module imports it. */
  readonly why: 'setting' | 'command' | 'bin' | 'main' | 'script' | 'root';
  /** Whether it is a service by its script's name, or a task that ends. */
  readonly role: 'service' | 'task';
  /** The script's name says that it starts the service, and nothing else. */
  readonly isStart?: boolean;
  /** … and its module, which stands among scripts, needs no package that is there for work at the code alone. */
  readonly isDeployable?: boolean;
  /** The script is one for work at the code. */
  readonly isDevelopment?: boolean;
  /** The words of the command that start it, without options: `fastify start`, `tsx`. */
  readonly command?: string;
  /** Modules loaded before it (`node --require ./tracing.js`). */
  readonly preloads: readonly string[];
}

/** The settings, a manifest or the start script say that it is a service. */
export function isStarted({ why, role, isDeployable }: Entry): boolean {
  return role === 'service' && (why === 'setting' || why === 'command' || isDeployable === true);
}

/** Part of a program in service: what the settings or a manifest start is no script, wherever it stands. */
export function isSource(file: string, workspace: Workspace, entries: readonly Entry[]): boolean {
  return scopeOf(file, workspace) === 'source' || entries.some((entry) => entry.path === file && isStarted(entry));
}

/** What the user says counts, whatever else is said. */
export function toldEntries(workspace: Workspace, { entries, services }: ProjectSettings): readonly Entry[] {
  if (entries.length === 0 && services.length === 0) return [];
  const named = services.flatMap(({ entry }) => entry ?? []);
  return workspace.files.flatMap((file): readonly Entry[] => {
    const isTask = entries.some((pattern) => pattern.startsWith('!') && matchesGlob(file, pattern.slice(1)));
    const isService = named.includes(file) || entries.some((pattern) => matchesGlob(file, pattern));
    const told = { path: file, package: workspace.packageOf(file), why: 'setting', preloads: [] } as const;
    if (isTask) return [{ ...told, role: 'task' }];
    return isService ? [{ ...told, role: 'service', isStart: true }] : [];
  });
}

export function commandEntry(workspace: Workspace, { path: file, role, program, preloads }: Commanded): Entry {
  const owner = workspace.packageOf(file);
  const loaded = preloads.flatMap((one) => (owner ? (withExtension(sourceOf(path.join(owner.dir, one))) ?? []) : []));
  const command = program === undefined ? {} : { command: program };
  return { path: file, package: owner, why: 'command', role, isStart: role === 'service', preloads: loaded, ...command };
}
