import type { Chain } from '../../manifests/command/chain.js';
import { commandsIn } from '../commands.js';
import { attempted } from '../debug.js';
import type { ProjectSettings } from '../settings.js';
import type { Workspace } from '../workspace.js';
import { managedApps, processTypes, unitServices } from './apps.js';
import { Deployment } from './deployment.js';
import { ManifestFiles } from './manifest-files.js';
import { composeStarts, imageStarts, taskStarts, workloadStarts } from './starts.js';

/** A module with which a command of a manifest starts a process. */
export interface Commanded {
  /** The module. Absolute. */
  readonly path: string;
  /** A service runs until it is told to stop, a task ends by itself. */
  readonly role: 'service' | 'task';
  /** The program that is given the module, with its sub-command: `node`, `fastify start`. */
  readonly program: string | undefined;
  /** Modules loaded before it, as written. */
  readonly preloads: readonly string[];
}

const NONE: readonly Commanded[] = [];

interface Known {
  readonly version: number;
  readonly settings: ProjectSettings;
  /** Of the workspaces that have asked. */
  readonly shapes: WeakMap<Workspace, number>;
  readonly commanded: readonly Commanded[];
}

const known = new Map<string, Known>();

/** What the manifests of its repository start; the same list as long as nothing else stands there. */
export function commandedIn(workspace: Workspace, settings: ProjectSettings): readonly Commanded[] {
  if (workspace.packages.length === 0) return NONE;
  const manifests = ManifestFiles.of(workspace.boundary);
  manifests.refresh();
  const before = known.get(manifests.root);
  const { shape } = workspace;
  if (before?.version === manifests.version && before.settings === settings && (before.shapes.get(workspace) ?? shape) === shape) {
    before.shapes.set(workspace, shape);
    return before.commanded;
  }
  const found = attempted(manifests.root, () => allCommanded(new Deployment(manifests, settings, () => undefined))) ?? NONE;
  const commanded = before && JSON.stringify(before.commanded) === JSON.stringify(found) ? before.commanded : found;
  known.set(manifests.root, { version: manifests.version, settings, shapes: new WeakMap([[workspace, shape]]), commanded });
  return commanded;
}

/** Asked of a deployment without code: what its processes are is found out with the answer. */
function allCommanded(deployment: Deployment): readonly Commanded[] {
  const containers = [imageStarts, composeStarts, taskStarts].flatMap((question) => deployment.ask(question));
  return [
    ...[...containers, ...clusterStarts(deployment)].flatMap(({ chain, entry }) => commandedBy('service', chain, entry)),
    ...deployment.ask(managedApps).flatMap(({ entry }) => (entry === undefined ? [] : [moduleOf('service', entry, '')])),
    ...deployment.ask(unitServices).flatMap(({ unit, chain, entry }) => commandedBy(roleOf(unit.type === 'oneshot'), chain, entry)),
    ...deployment.ask(processTypes).flatMap(({ name, chain, entry }) => commandedBy(roleOf(name === 'release'), chain, entry)),
  ];
}

interface Started {
  readonly chain: Chain;
  readonly entry?: string;
}

/** A file of objects in which no container has a command says nothing here, and need not be parsed. */
function clusterStarts(deployment: Deployment): readonly Started[] {
  const writes = deployment.files.some(({ path, format }) => format === 'yaml' && WRITES_COMMAND.test(deployment.text(path) ?? ''));
  return writes ? deployment.ask(workloadStarts) : [];
}

const WRITES_COMMAND = /\bkind["']?\s*:[^]*["']?\b(?:command|args)["']?\s*:/u;

function roleOf(isTask: boolean): Commanded['role'] {
  return isTask ? 'task' : 'service';
}

function commandedBy(role: Commanded['role'], { end }: Chain, entry: string | undefined): readonly Commanded[] {
  if (entry === undefined || end.kind !== 'node') return [];
  return [moduleOf(role, entry, end.words.map(({ text }) => text ?? '?').join(' '))];
}

function moduleOf(role: Commanded['role'], path: string, command: string): Commanded {
  const [start] = commandsIn(command);
  return { path, role, program: start?.program, preloads: start?.preloads ?? [] };
}
