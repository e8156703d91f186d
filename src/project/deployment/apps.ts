import path from 'node:path';
import { readPm2Module } from '../../manifests/pm2-module.js';
import { readPm2, type Pm2App } from '../../manifests/pm2.js';
import { readUnit, type Unit } from '../../manifests/unit.js';
import { wordsIn } from '../../manifests/command/command-text.js';
import { wordsOf } from '../../manifests/command/words.js';
import { chainOf } from '../../manifests/command/trace.js';
import { runningAt, type Running } from './containers.js';
import type { Deployment } from './deployment.js';
import { packageIn } from './package-scripts.js';
import { firstSource } from './sources.js';
import { isForDevelopment } from './stages.js';

/** An app that PM2 runs. */
export interface ManagedApp {
  /** The ecosystem file. Absolute. */
  readonly file: string;
  readonly app: Pm2App;
  readonly running: Running | undefined;
}

export function managedApps(deployment: Deployment): readonly ManagedApp[] {
  return deployment.files
    .filter(({ name, format }) => !isForDevelopment(name) && format !== 'dockerfile' && format !== 'plain')
    .flatMap(({ path: file, format }) => {
      const apps = deployment.read(file, format === 'module' ? readPm2Module : readPm2) ?? [];
      return apps.map((app) => ({ file, app, running: runningApp(deployment, path.dirname(file), app) }));
    });
}

function runningApp(deployment: Deployment, folder: string, { script, cwd, interpreter = 'node' }: Pm2App): Running | undefined {
  if (script?.value === undefined || !/^(?:node|tsx|ts-node|bun)$/u.test(interpreter)) return undefined;
  // A working folder of the machine says nothing of the repository.
  const from = cwd === undefined || path.isAbsolute(cwd) ? folder : path.resolve(folder, cwd);
  const entry = firstSource([path.resolve(from, script.value)]);
  return entry === undefined ? undefined : runningAt(deployment, entry);
}

/** A service of systemd. */
export interface UnitService {
  /** Absolute. */
  readonly file: string;
  readonly unit: Unit;
  readonly running: Running | undefined;
}

export function unitServices(deployment: Deployment): readonly UnitService[] {
  return deployment.files
    .filter(({ name, format }) => format === 'plain' && name.endsWith('.service'))
    .flatMap(({ path: file }) => {
      const unit = deployment.read(file, readUnit);
      return unit ? [{ file, unit, running: runningUnit(deployment, file, unit) }] : [];
    });
}

function runningUnit(deployment: Deployment, file: string, { start, folder }: Unit): Running | undefined {
  if (!start) return undefined;
  const around = {
    shell: 'dash',
    variables: new Map(),
    script: () => undefined,
    packageAt: () => foldersUp(deployment, file).flatMap((one) => packageIn(deployment, one) ?? [])[0],
  } as const;
  const { end } = chainOf(wordsOf(file, wordsIn(start)), around, folder);
  if (end.kind !== 'node' || end.file === undefined) return undefined;
  const place = path.posix.resolve(end.folder.path ?? '/', end.file);
  const entry = end.folder.in === 'repository' ? firstSource([place]) : entryBelow(deployment, file, place);
  return entry === undefined ? undefined : runningAt(deployment, entry);
}

/** The longest end of a path of the machine that is a file of the repository: `/srv/app/src/server.js` is `src/server.js`. */
function entryBelow(deployment: Deployment, file: string, place: string): string | undefined {
  const parts = place.split('/').filter((part) => part !== '');
  const ends = parts.map((_, index) => parts.slice(index).join('/'));
  const candidates = foldersUp(deployment, file).flatMap((folder) => ends.map((end) => path.join(folder, end)));
  return firstSource(candidates);
}

function foldersUp({ root }: Deployment, file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) folders.push(folder);
  return folders;
}
