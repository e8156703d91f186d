import path from 'node:path';
import { exists, foldersAbove, isFile } from './disk.js';
import { readPackage } from './packages.js';

/** The folder that bounds what belongs together. */
export interface Root {
  /** Where source files are looked for. */
  readonly dir: string;
  /** What may be read at most: the repository, else `dir`. */
  readonly boundary: string;
}

const MONOREPO_FILES = ['pnpm-workspace.yaml', 'lerna.json', 'nx.json', 'turbo.json', 'rush.json'];

/** What one folder says of itself. */
interface Marks {
  readonly isRepository: boolean;
  readonly hasPackage: boolean;
  declaresWorkspaces?: boolean;
}

/** How long the marks of folders are taken for granted: a run asks for each of its files, a session outlives its folders. Milliseconds. */
const LOOK_AGAIN = 1000;

let looked = 0;
let marks = new Map<string, Marks>();
let roots = new Map<string, Root | undefined>();

/**
 * The workspace root of a file: the furthest folder up to the repository's that declares workspaces, else the nearest
 * package. Undefined outside of any package.
 */
export function rootOf(file: string): Root | undefined {
  const now = performance.now();
  if (now - looked > LOOK_AGAIN) {
    looked = now;
    marks = new Map();
    roots = new Map();
  }
  const folder = path.dirname(file);
  if (roots.has(folder)) return roots.get(folder);
  // A folder that says nothing belongs where the one above does: most do, and so few are looked at in full.
  const isPlain = !marksOf(folder).isRepository && !marksOf(folder).hasPackage && path.dirname(folder) !== folder;
  const above = isPlain ? rootOf(folder) : undefined;
  const root = above && above.dir !== path.dirname(folder) ? above : findRoot(folder, foldersAbove(file));
  roots.set(folder, root);
  return root;
}

function findRoot(own: string, folders: readonly string[]): Root | undefined {
  const repository = folders.findIndex((folder) => marksOf(folder).isRepository);
  const inside = repository < 0 ? folders : folders.slice(0, repository + 1);
  const packages = inside.filter((folder) => marksOf(folder).hasPackage);
  const nearest = packages[0];
  if (nearest === undefined) return repository < 0 ? undefined : { dir: own, boundary: own };
  const dir = packages.findLast((folder) => declaresWorkspaces(folder)) ?? nearest;
  return { dir, boundary: (repository < 0 ? undefined : folders[repository]) ?? dir };
}

function marksOf(folder: string): Marks {
  const known = marks.get(folder);
  if (known) return known;
  const made = { isRepository: exists(path.join(folder, '.git')), hasPackage: isFile(path.join(folder, 'package.json')) };
  marks.set(folder, made);
  return made;
}

function declaresWorkspaces(folder: string): boolean {
  const known = marksOf(folder);
  known.declaresWorkspaces ??=
    MONOREPO_FILES.some((name) => isFile(path.join(folder, name))) || readPackage(folder)?.manifest.isWorkspaceRoot === true;
  return known.declaresWorkspaces;
}
