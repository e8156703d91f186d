import path from 'node:path';
import { formatOf, isEcosystemModule, type Format } from '../../manifests/formats.js';
import { folderChanged, list } from '../disk.js';

/** A file that may say how something is deployed. */
export interface ManifestFile {
  /** Absolute. */
  readonly path: string;
  /** Below the root, with `/` between folders. */
  readonly name: string;
  readonly format: Format | 'module';
}

/** Installed code, and folders that only tools write. */
const SKIPPED = new Set(['node_modules', 'bower_components', 'coverage', 'dist', 'vendor']);
const SKIPPED_HIDDEN =
  /^\.(?:git|github|gitlab|next|nuxt|cache|venv|terraform|yarn|pnpm-store|vscode|idea|nx|turbo|husky|tox|gradle|svn|hg)$/u;
const MOST_FOLDERS = 20_000;
const MOST_FILES = 5000;

/** Manifests below a folder. */
export interface ManifestListing {
  readonly files: readonly ManifestFile[];
  /** Folders that were looked into, with the time of their last change before that. */
  readonly folders: ReadonlyMap<string, number | undefined>;
}

export function listManifests(root: string): ManifestListing {
  const files: ManifestFile[] = [];
  const folders = new Map<string, number | undefined>();
  const waiting = [root];
  for (let folder = waiting.pop(); folder !== undefined && folders.size < MOST_FOLDERS; folder = waiting.pop()) {
    folders.set(folder, folderChanged(folder));
    const below = list(folder).map(({ name, kind }) => ({ name, kind, full: path.join(folder, name) }));
    waiting.push(...below.flatMap(({ name, kind, full }) => (kind === 'folder' && !isSkipped(name) ? [full] : [])));
    files.push(...below.flatMap(({ kind, full }) => (kind === 'file' ? (manifestFile(full, root) ?? []) : [])));
  }
  return { files: byName(files.slice(0, MOST_FILES)), folders };
}

export function byName(files: readonly ManifestFile[]): readonly ManifestFile[] {
  return [...files].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function isSkipped(name: string): boolean {
  return SKIPPED.has(name) || SKIPPED_HIDDEN.test(name);
}

export function manifestFile(file: string, root: string): ManifestFile | undefined {
  const name = path.relative(root, file).split(path.sep).join('/');
  const format = formatOf(name) ?? (isEcosystemModule(name) ? 'module' : undefined);
  return format && { path: file, name, format };
}
