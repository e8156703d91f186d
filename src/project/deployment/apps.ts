import path from 'node:path';
import { readPm2Module } from '../../manifests/pm2-module.js';
import { readPm2, type Pm2App } from '../../manifests/pm2.js';
import { readProcfile, type ProcfileEntry } from '../../manifests/procfile.js';
import { readUnit, type Unit } from '../../manifests/unit.js';
import { wordsIn } from '../../manifests/command/command-text.js';
import { impliedWords, wordsOf } from '../../manifests/command/words.js';
import { UNKNOWN, type Chain, type Surroundings } from '../../manifests/command/chain.js';
import { chainOf } from '../../manifests/command/trace.js';
import { runningAt, wordsGiven, type Running } from './running.js';
import type { Deployment } from './deployment.js';
import { packageIn } from './package-scripts.js';
import { firstSource } from './sources.js';
import { isForDevelopment } from './stages.js';

/** An app that PM2 runs. */
export interface ManagedApp {
  /** The ecosystem file. Absolute. */
  readonly file: string;
  readonly app: Pm2App;
  /** The module with which it starts. Absolute. */
  readonly entry: string | undefined;
  readonly running: Running | undefined;
}

export function managedApps(deployment: Deployment): readonly ManagedApp[] {
  return deployment.files
    .filter(({ name, format }) => !isForDevelopment(name) && format !== 'dockerfile' && format !== 'plain')
    .flatMap(({ path: file, format }) => {
      const apps = deployment.read(file, format === 'module' ? readPm2Module : readPm2) ?? [];
      return apps.map((app) => ({ file, app, ...started(deployment, entryOf(deployment, path.dirname(file), app), app.args?.split(' ')) }));
    });
}

function started(deployment: Deployment, entry: string | undefined, words: readonly string[] = []): Pick<ManagedApp, 'entry' | 'running'> {
  return { entry, running: entry === undefined ? undefined : runningAt(deployment, entry, words) };
}

function entryOf({ root }: Deployment, folder: string, { script, cwd, interpreter = 'node' }: Pm2App): string | undefined {
  if (script?.value === undefined || !/^(?:node|tsx|ts-node|bun)$/u.test(interpreter)) return undefined;
  // A working folder of the machine says nothing of the repository.
  const from = cwd === undefined || path.isAbsolute(cwd) ? folder : path.resolve(folder, cwd);
  return firstSource(root, [path.resolve(from, script.value)]);
}

/** A service of systemd. */
export interface UnitService {
  /** Absolute. */
  readonly file: string;
  readonly unit: Unit;
  /** The command that it starts with, followed to its end. */
  readonly chain: Chain;
  /** The module with which it starts. Absolute. */
  readonly entry: string | undefined;
  readonly running: Running | undefined;
}

export function unitServices(deployment: Deployment): readonly UnitService[] {
  return deployment.files
    .filter(({ name, format }) => format === 'plain' && name.endsWith('.service'))
    .flatMap(({ path: file }) => {
      const unit = deployment.read(file, readUnit);
      return unit ? [unitService(deployment, file, unit)] : [];
    });
}

function unitService(deployment: Deployment, file: string, unit: Unit): UnitService {
  const chain = unit.start ? chainOf(wordsOf(file, wordsIn(unit.start)), surroundingsOf(deployment, file), unit.folder) : UNKNOWN;
  return { file, unit, chain, ...started(deployment, unitEntry(deployment, file, chain), wordsGiven(chain)) };
}

function unitEntry(deployment: Deployment, file: string, { end }: Chain): string | undefined {
  if (end.kind !== 'node' || end.file === undefined) return undefined;
  const place = path.posix.resolve(end.folder.path ?? '/', end.file);
  return end.folder.in === 'repository' ? firstSource(deployment.root, [place]) : entryBelow(deployment, file, place);
}

/** A machine on which the package stands as it does in the repository. */
function surroundingsOf(deployment: Deployment, file: string): Surroundings {
  return {
    shell: 'dash',
    variables: new Map(),
    script: () => undefined,
    packageAt: () => foldersUp(deployment, file).flatMap((one) => packageIn(deployment, one) ?? [])[0],
  };
}

/** The longest end of a path of the machine that is a file of the repository: `/srv/app/src/server.js` is `src/server.js`. */
function entryBelow(deployment: Deployment, file: string, place: string): string | undefined {
  const parts = place.split('/').filter((part) => part !== '');
  const ends = parts.map((_, index) => parts.slice(index).join('/'));
  const candidates = foldersUp(deployment, file).flatMap((folder) => ends.map((end) => path.join(folder, end)));
  return firstSource(deployment.root, candidates);
}

function foldersUp({ root }: Deployment, file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = path.dirname(file); folder.startsWith(root); folder = path.dirname(folder)) folders.push(folder);
  return folders;
}

/** A process type of a Procfile. */
export interface ProcessType {
  /** The Procfile. Absolute. */
  readonly file: string;
  /** `web`, `worker`, `release`. */
  readonly name: string;
  readonly chain: Chain;
  /** The module with which it starts. Absolute. */
  readonly entry: string | undefined;
  readonly running: Running | undefined;
}

export function processTypes(deployment: Deployment): readonly ProcessType[] {
  return deployment.files
    .filter(({ name, format }) => format === 'plain' && /(?:^|\/)Procfile[^/]*$/u.test(name) && !isForDevelopment(name))
    .flatMap(({ path: file }) => (deployment.read(file, readProcfile) ?? []).map((entry) => processType(deployment, file, entry)));
}

/** Its command is a line of a shell, in the folder of the Procfile. */
function processType(deployment: Deployment, file: string, { name, command }: ProcfileEntry): ProcessType {
  const shell = impliedWords(['sh', '-c'], { file, span: command.span });
  const chain = chainOf([...shell, ...wordsOf(file, [command])], surroundingsOf(deployment, file), undefined);
  const { end } = chain;
  const isFile = end.kind === 'node' && end.file !== undefined;
  const entry = isFile ? firstSource(deployment.root, [path.resolve(path.dirname(file), end.folder.path ?? '', end.file)]) : undefined;
  return { file, name, chain, ...started(deployment, entry, wordsGiven(chain)) };
}
