import path from 'node:path';
import { readText } from './disk.js';

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
  /** Those of them that are there only for work at the code. */
  readonly developmentDependencies?: readonly string[];
  readonly nodeRange?: string;
  readonly isWorkspaceRoot: boolean;
}

export interface PackageInfo {
  /** Absolute folder. */
  readonly dir: string;
  readonly manifest: Manifest;
}

const DEPENDENCY_KINDS = ['optionalDependencies', 'peerDependencies', 'devDependencies', 'dependencies'];
const PRODUCTION_KINDS = DEPENDENCY_KINDS.filter((kind) => kind !== 'devDependencies');

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
    developmentDependencies: Object.keys(strings(fields['devDependencies'])).filter((one) =>
      PRODUCTION_KINDS.every((kind) => strings(fields[kind])[one] === undefined),
    ),
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
