import fs from 'node:fs';
import path from 'node:path';
import { hashOf } from './hash.js';
import { observe, observeAsked, recall, type Kind, type Observation } from './observed.js';
import type { TextQuestion } from './text-questions.js';

/** The only file that reads the file system. It never throws: what cannot be read is not there. */

/** Larger files are generated or data. Bytes. */
const LARGEST = 1_000_000;

export interface Stamp {
  readonly size: number;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

export interface FolderEntry {
  readonly name: string;
  readonly kind: 'file' | 'folder' | 'link' | 'other';
}

export function quietly<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** A file with its text. */
export interface Content {
  readonly stamp: Stamp | undefined;
  /** Without a byte order mark; undefined when the file is missing, unreadable or over 1 MB. */
  readonly text: string | undefined;
}

export function readFile(file: string): Content {
  const content = contentOf(file);
  observe('file', file, stampText(content.stamp), hashOf(content.text ?? ''));
  return content;
}

/** A file of which questions are asked: its text may be let go when it has answered them, for most are asked once. */
export interface AskedFile {
  readonly stamp: Stamp | undefined;
  /** What is asked of the text, by this process and by those before it as long as the text is the same. */
  readonly answers: Map<TextQuestion, string>;
  /** As that of `Content`, read when there is a question without an answer. */
  readonly text: () => string | undefined;
  /** The same, for who wants to know more of it than answers. */
  readonly whole: () => string | undefined;
}

export function askedFile(file: string): AskedFile {
  const stamp = statOf(file);
  const known = recall(file, stampText(stamp));
  const answers = new Map<TextQuestion, string>(known);
  if (known) observeAsked(file, stampText(stamp), undefined, answers);
  let read: WeakRef<Content> | undefined;
  let kept: Content | undefined;
  const content = (): Content => {
    const before = kept ?? read?.deref();
    if (before) return before;
    const now = contentOf(file);
    read = new WeakRef(now);
    observeAsked(file, stampText(now.stamp), hashOf(now.text ?? ''), answers);
    return now;
  };
  const text = (): string | undefined => content().text;
  const whole = (): string | undefined => {
    kept ??= content();
    observe('file', file, stampText(kept.stamp), hashOf(kept.text ?? ''));
    return kept.text;
  };
  return { stamp, answers, text, whole };
}

function contentOf(file: string): Content {
  const stamp = statOf(file);
  return { stamp, text: stamp && stamp.size <= LARGEST ? quietly(() => textOf(file)) : undefined };
}

function textOf(file: string): string {
  const text = fs.readFileSync(file, 'utf8');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

export function readText(file: string): string | undefined {
  return readFile(file).text;
}

export function stampOf(file: string): Stamp | undefined {
  const stamp = statOf(file);
  observe('file', file, stampText(stamp));
  return stamp;
}

function stampText(stamp: Stamp | undefined): string {
  return stamp ? `${String(stamp.size)} ${String(stamp.modified)}` : '';
}

function statOf(file: string): Stamp | undefined {
  const stats = quietly(() => fs.statSync(file, { throwIfNoEntry: false }));
  return stats?.isFile() ? { size: stats.size, modified: stats.mtimeMs } : undefined;
}

/** When entries of a folder were last added, removed or renamed, in milliseconds since the epoch; undefined where there is no folder. */
export function folderChanged(folder: string): number | undefined {
  const changed = changeOf(folder);
  observe('folder', folder, String(changed ?? ''));
  return changed;
}

function changeOf(folder: string): number | undefined {
  const stats = quietly(() => fs.statSync(folder, { throwIfNoEntry: false }));
  return stats?.isDirectory() ? stats.mtimeMs : undefined;
}

export function sameStamp(one: Stamp | undefined, other: Stamp | undefined): boolean {
  return one?.size === other?.size && one?.modified === other?.modified;
}

export function isFile(file: string): boolean {
  return stampOf(file) !== undefined;
}

export function exists(file: string): boolean {
  const isThere = fs.existsSync(file);
  observe('existence', file, String(isThere));
  return isThere;
}

export function realPath(file: string): string | undefined {
  const real = realOf(file);
  observe('link', file, real ?? '');
  return real;
}

function realOf(file: string): string | undefined {
  return quietly(() => fs.realpathSync(file));
}

/** What stands in a folder, by name; symbolic links are told as such and not followed. */
export function list(folder: string): readonly FolderEntry[] {
  const changed = changeOf(folder);
  const entries = entriesOf(folder);
  observe('folder', folder, String(changed ?? ''), hashOf(namesOf(entries)));
  return entries;
}

function entriesOf(folder: string): readonly FolderEntry[] {
  const entries = quietly(() => fs.readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry) })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

function namesOf(entries: readonly FolderEntry[]): string {
  return entries.map(({ name, kind }) => `${kind} ${name}`).join('\n');
}

/** What would be observed now; the content is read only when it is asked for. */
export function look(kind: Kind, file: string): Pick<Observation, 'stamp'> & { readonly content: () => string } {
  switch (kind) {
    case 'file':
      return { stamp: stampText(statOf(file)), content: () => contentOf(file).text ?? '' };
    case 'folder':
      return { stamp: String(changeOf(file) ?? ''), content: () => namesOf(entriesOf(file)) };
    case 'existence':
      return { stamp: String(fs.existsSync(file)), content: () => '' };
    case 'link':
      return { stamp: realOf(file) ?? '', content: () => '' };
  }
}

function kindOf(entry: fs.Dirent): FolderEntry['kind'] {
  if (entry.isFile()) return 'file';
  if (entry.isDirectory()) return 'folder';
  return entry.isSymbolicLink() ? 'link' : 'other';
}

/** The folders from a file upward, nearest first. */
export function foldersAbove(file: string): readonly string[] {
  const folders: string[] = [];
  for (let folder = path.dirname(file); ; folder = path.dirname(folder)) {
    folders.push(folder);
    if (path.dirname(folder) === folder) return folders;
  }
}

/** A folder itself, rather than a link to one. */
export function isFolder(file: string): boolean {
  return quietly(() => fs.lstatSync(file).isDirectory()) === true;
}
