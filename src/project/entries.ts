import path from 'node:path';
import { commandsIn, type StartCommand } from './commands.js';
import type { Commanded } from './deployment/commanded.js';
import { withExtension, sourceOf } from './outputs.js';
import type { PackageInfo } from './packages.js';
import { scopeOf } from './scope.js';
import type { ProjectSettings } from './settings.js';
import { commandEntry, toldEntries, type Entry } from './entry.js';
import type { Workspace } from './workspace.js';

/** The modules with which processes of the workspace start, named ones first. */
export function entriesOf(workspace: Workspace, commanded: readonly Commanded[], settings: ProjectSettings): readonly Entry[] {
  const told = toldEntries(workspace, settings);
  const byPath = new Map<string, Entry>();
  const named = workspace.packages.flatMap((owner) => [...scriptEntries(workspace, owner), ...namedEntries(owner)]);
  const started = commanded.map((one) => commandEntry(workspace, one));
  const found = [...told, ...started, ...named, ...rootEntries(workspace)];
  for (const entry of [...found, ...cycleEntries(workspace, found)]) {
    const before = byPath.get(entry.path);
    if (!before || (before.why !== 'setting' && isBetter(entry, before))) byPath.set(entry.path, entry);
  }
  const entries = [...byPath.values()].filter(({ path: file }) => workspace.has(file));
  return entries.map((entry) => (isForDevelopment(entry, entries) ? { ...entry, role: 'task' } : entry));
}

/** A script of a service says more than a bin or a main. That no other module imports it says nothing of what a script calls a task. */
function isBetter(entry: Entry, before: Entry): boolean {
  if (entry.role !== before.role) return entry.role === 'service' && overrules(entry, before);
  // Whether a tool is a service is seen from what it does, not from the script that tries it out.
  if (entry.why === 'bin' && before.why === 'script') return true;
  const [isForWork, wasForWork] = [entry.isDevelopment === true, before.isDevelopment === true];
  if (isForWork !== wasForWork) return wasForWork && isNamed(entry);
  return entry.preloads.length > before.preloads.length || (before.command === undefined && entry.command !== undefined);
}

function overrules({ why }: Entry, before: Entry): boolean {
  return why === 'command' || why === 'script' || (why === 'main' && before.why !== 'bin');
}

function isNamed({ why }: Entry): boolean {
  return why === 'command' || why === 'script';
}

/** Only scripts for work at the code start it, and it is named so, or production starts another module of the package. */
function isForDevelopment(entry: Entry, entries: readonly Entry[]): boolean {
  if (entry.isDevelopment !== true) return false;
  if (DEVELOPMENT.test(path.parse(entry.path).name.replaceAll('.', '-'))) return true;
  return entries.some((one) => one !== entry && one.package === entry.package && one.isDevelopment !== true && one.isStart === true);
}

const TASK =
  /(?:^|[:_-])(?:test|tests|lint|format|build|compile|clean|migrat\w*|seed\w*|prepare|pre\w+|post\w+|release|publish|docs?|generate|gen|codegen|typecheck|types|check|coverage|e2e|bench\w*|setup|install|deploy|script|cli|console|storybook)(?:$|[:_-])|^db(?:$|[:_-])/u;

const DEVELOPMENT = /(?:^|[:_-])(?:dev|develop|development|watch|debug|inspect|local|mock|mocks|stub|stubs|fake|dummy)(?:$|[:_-])/u;
/** Programs that restart a service at each change of its code. */
const WATCHER = /^(?:nodemon|ts-node-dev|tsnd|supervisor)\b| watch$/u;

const START = /^(?:start|serve|server|prod|production|worker)(?:$|[:_-])/u;

/** By convention `serve` shows what was built. */
const PRODUCTION_START = /^(?:start|server|prod|production|worker)(?:$|[:_-](?:prod|production)$)/u;

/** A development server, which is often started by the script of that name too, needs what production does not install. */
function needsTools(workspace: Workspace, { manifest }: PackageInfo, file: string): boolean {
  const tools = manifest.developmentDependencies ?? [];
  return [...workspace.closureOf([file])].some((one) =>
    workspace.packagesOf(one).some((specifier) => tools.some((tool) => specifier === tool || specifier.startsWith(`${tool}/`))),
  );
}

function scriptEntries(workspace: Workspace, owner: PackageInfo): readonly Entry[] {
  return Object.entries(owner.manifest.scripts ?? {}).flatMap(([name, script]) =>
    commandsIn(script).flatMap((command) => {
      const target = targetOf(owner, command);
      if (target === undefined) return [];
      const preloads = command.preloads.flatMap((file) => withExtension(path.join(owner.dir, file)) ?? []);
      return [
        {
          path: target,
          package: owner,
          why: 'script' as const,
          role: TASK.test(name) || command.isStep ? ('task' as const) : ('service' as const),
          isStart: START.test(name) && !command.isStep,
          isDeployable:
            PRODUCTION_START.test(name) &&
            !command.isStep &&
            scopeOf(target, workspace) === 'script' &&
            !needsTools(workspace, owner, target),
          isDevelopment: DEVELOPMENT.test(name) || (WATCHER.test(command.program) && !START.test(name)),
          command: command.program,
          preloads,
        },
      ];
    }),
  );
}

function targetOf(owner: PackageInfo, command: StartCommand): string | undefined {
  for (const file of command.files) {
    const target = /^\.\/?$/u.test(file) ? mainOf(owner) : fileOf(owner, file);
    if (target !== undefined) return target;
  }
  return undefined;
}

function mainOf(owner: PackageInfo): string | undefined {
  return owner.manifest.main === undefined ? withExtension(path.join(owner.dir, 'index')) : fileOf(owner, owner.manifest.main);
}

function fileOf(owner: PackageInfo, file: string): string | undefined {
  const full = path.resolve(owner.dir, file);
  return withExtension(sourceOf(full));
}

function namedEntries(owner: PackageInfo): readonly Entry[] {
  const bins = Object.values(owner.manifest.bin ?? {}).flatMap((file) => fileOf(owner, file) ?? []);
  const main = owner.manifest.main === undefined ? undefined : fileOf(owner, owner.manifest.main);
  return [
    ...bins.map((file): Entry => ({ path: file, package: owner, why: 'bin', role: 'task', preloads: [] })),
    ...(main === undefined ? [] : [{ path: main, package: owner, why: 'main' as const, role: 'service' as const, preloads: [] }]),
  ];
}

/** Sources that no other source imports. */
function rootEntries(workspace: Workspace): readonly Entry[] {
  return sourcesOf(workspace)
    .filter((file) => importersOf(workspace, file).length === 0)
    .map((file) => rootEntry(workspace, file));
}

function rootEntry(workspace: Workspace, file: string): Entry {
  return { path: file, package: workspace.packageOf(file), why: 'root', role: 'service', preloads: [] };
}

function sourcesOf(workspace: Workspace): readonly string[] {
  return workspace.files.filter((file) => scopeOf(file, workspace) === 'source');
}

function importersOf(workspace: Workspace, file: string): readonly string[] {
  return workspace.importersOf(file).filter((importer) => importer !== file && scopeOf(importer, workspace) === 'source');
}

const STARTING = /^(?:server|main|index|app|start|worker)\b/iu;

/** Sources that import each other, and that nobody else imports: one of them stands for all. */
function cycleEntries(workspace: Workspace, others: readonly Entry[]): readonly Entry[] {
  const loads = (file: string): readonly string[] => workspace.importsOf(file);
  const left = new Set(sourcesOf(workspace));
  for (const file of closure(
    others.map((entry) => entry.path),
    loads,
  ))
    left.delete(file);
  const found: Entry[] = [];
  for (const file of left) {
    const cycle = cycleAbove(workspace, file, loads);
    for (const loaded of closure(cycle, loads)) left.delete(loaded);
    const first = cycle.find((one) => STARTING.test(path.basename(one))) ?? file;
    found.push(rootEntry(workspace, first));
  }
  return found;
}

/** From a file upwards, to files that all import each other. */
function cycleAbove(workspace: Workspace, file: string, loads: (file: string) => readonly string[]): readonly string[] {
  const below = closure([file], loads);
  const above = [...closure([file], (one) => importersOf(workspace, one))];
  const outside = above.find((one) => !below.has(one));
  return outside === undefined ? above : cycleAbove(workspace, outside, loads);
}

function closure(starts: readonly string[], next: (file: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(starts);
  for (const file of reached) for (const one of next(file)) reached.add(one);
  return reached;
}
