import path from 'node:path';
import { folderChanged, list, readText } from './disk.js';

/** Files and packages below a folder. */
export interface Listing {
  /** JavaScript and TypeScript sources, absolute. */
  readonly files: readonly string[];
  /** Folders with a package.json, absolute. */
  readonly packages: readonly string[];
  /** Folders that were looked into, with the time of their last change before that. */
  readonly folders: ReadonlyMap<string, number | undefined>;
}

const SOURCE = /\.(?:[cm]?[jt]s|[jt]sx)$/u;
const NOT_SOURCE = /(?:\.d\.[cm]?ts|\.min\.[cm]?js)$/u;
/** Installed code, and folders that only hold what tools have made. */
const SKIPPED = new Set(['node_modules', 'bower_components', 'coverage', 'dist', '.git']);
/** Output folders when sources stand beside them. */
const OUTPUT = new Set(['build', 'out', 'lib-cov', 'public']);
const MOST_FILES = 30_000;

export function listSources(root: string): Listing {
  const files: string[] = [];
  const packages: string[] = [];
  const folders = new Map<string, number | undefined>();
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined && files.length < MOST_FILES; folder = waiting.pop()) {
    folders.set(folder, folderChanged(folder));
    const entries = list(folder);
    const hasSources = entries.some(({ name, kind }) => kind === 'folder' && (name === 'src' || name === 'app' || name === 'lib'));
    const inside = entries.filter(({ name, kind }) => kind === 'folder' && !isSkipped(name, hasSources));
    const sources = entries.filter(({ name, kind }) => kind === 'file' && (isSource(name) || isProgram(path.join(folder, name))));
    waiting.push(...pathsOf(folder, inside));
    files.push(...pathsOf(folder, sources));
    if (entries.some(({ name, kind }) => kind === 'file' && name === 'package.json')) packages.push(folder);
  }
  return { files: files.sort(), packages: packages.sort(), folders };
}

function pathsOf(folder: string, entries: readonly { readonly name: string }[]): readonly string[] {
  return entries.map(({ name }) => path.join(folder, name));
}

function isSource(name: string): boolean {
  return SOURCE.test(name) && !NOT_SOURCE.test(name);
}

/** `bin/www` of an Express application, and other programs for Node.js without an extension. */
function isProgram(file: string): boolean {
  return /(?:^|[\\/])bin[\\/][\w-]+$/u.test(file) && /^#!.*\bnode\b/u.test(readText(file) ?? '');
}

function isSkipped(name: string, hasSources: boolean): boolean {
  return SKIPPED.has(name) || (name.startsWith('.') && name !== '.') || (hasSources && OUTPUT.has(name));
}
