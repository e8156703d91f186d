import path from 'node:path';
import { foldersAbove, exists, isFile, readText } from './disk.js';

/** What package.json says, as far as it can be read. */
export interface Manifest {
  readonly name?: string;
  readonly type?: string;
  readonly main?: string;
  readonly module?: string;
  readonly source?: string;
  readonly types?: string;
  readonly bin?: Readonly<Record<string, string>>;
  readonly exports?: unknown;
  readonly scripts?: Readonly<Record<string, string>>;
  /** Dependencies of every kind, name to range. */
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly nodeRange?: string;
  readonly isWorkspaceRoot: boolean;
}

export interface PackageInfo {
  /** Absolute folder. */
  readonly dir: string;
  readonly manifest: Manifest;
}

const DEPENDENCY_KINDS = ['optionalDependencies', 'peerDependencies', 'devDependencies', 'dependencies'];

export function readPackage(dir: string): PackageInfo | undefined {
  const text = readText(path.join(dir, 'package.json'));
  return text === undefined ? undefined : { dir, manifest: manifestOf(parseJson(text)) };
}

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function manifestOf(json: unknown): Manifest {
  const fields = record(json);
  const name = string(fields['name']);
  return {
    name,
    type: string(fields['type']),
    main: string(fields['main']),
    module: string(fields['module']),
    source: string(fields['source']),
    types: string(fields['types']),
    bin: binOf(fields['bin'], name),
    exports: fields['exports'],
    scripts: strings(fields['scripts']),
    dependencies: Object.fromEntries(DEPENDENCY_KINDS.flatMap((kind) => Object.entries(strings(fields[kind])))),
    nodeRange: string(record(fields['engines'])['node']),
    isWorkspaceRoot: fields['workspaces'] !== undefined,
  };
}

function binOf(bin: unknown, name: string | undefined): Readonly<Record<string, string>> {
  const only = string(bin);
  return only === undefined ? strings(bin) : { [name ?? 'bin']: only };
}

export function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value)) : {};
}

function string(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function strings(value: unknown): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(record(value)).flatMap(([key, one]) => (typeof one === 'string' ? [[key, one] as const] : [])));
}

/** The folder that bounds what belongs together. */
export interface Root {
  /** Where source files are looked for. */
  readonly dir: string;
  /** What may be read at most: the repository, else `dir`. */
  readonly boundary: string;
}

const MONOREPO_FILES = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'turbo.json', 'rush.json'];

/**
 * The workspace root of a file: the furthest folder up to the repository's that declares workspaces, else the nearest
 * package. Undefined outside of any package.
 */
export function rootOf(file: string): Root | undefined {
  const folders = foldersAbove(file);
  const repository = folders.findIndex((folder) => exists(path.join(folder, '.git')));
  const inside = repository < 0 ? folders : folders.slice(0, repository + 1);
  const packages = inside.filter((folder) => isFile(path.join(folder, 'package.json')));
  const nearest = packages[0];
  if (nearest === undefined) return repository < 0 ? undefined : { dir: path.dirname(file), boundary: path.dirname(file) };
  const workspaces = packages.filter((folder) => declaresWorkspaces(folder));
  const dir = workspaces.at(-1) ?? nearest;
  return { dir, boundary: (repository < 0 ? undefined : folders[repository]) ?? dir };
}

function declaresWorkspaces(folder: string): boolean {
  return MONOREPO_FILES.some((name) => isFile(path.join(folder, name))) || readPackage(folder)?.manifest.isWorkspaceRoot === true;
}
