import { isWithin } from '../boundary.js';
import { attempted } from '../debug.js';
import { folderChanged, readFile, sameStamp, stampOf, type Stamp } from '../disk.js';
import { byName, listManifests, manifestFile, type ManifestFile, type ManifestListing } from './listing.js';

interface Known {
  /** Of the file on disk when its text, or a live one, was taken. */
  readonly stamp: Stamp | undefined;
  readonly text: string | undefined;
  /** When ESLint last handed the text over, if that differs from the disk. Milliseconds. */
  readonly live?: number;
}

interface Reading {
  readonly text: string;
  readonly facts: unknown;
}

/** How often an editor session looks for changes of other files. Milliseconds. */
const LOOK_AGAIN = 1000;
/** The same for files that have come or gone, in a session without a pause: there are many folders. Milliseconds. */
const LIST_AGAIN = 20_000;
/** Nobody says that an editor has thrown a change away: a text that is not handed over again gives way to the disk. Milliseconds. */
const LIVE = 600_000;

const byRoot = new Map<string, ManifestFiles>();

/** The manifests of one repository, with their texts as the editor or the disk has them. */
export class ManifestFiles {
  readonly #known = new Map<string, Known>();
  /** What readers have found in files, by reader and file. */
  readonly #readings = new Map<unknown, Map<string, Reading>>();
  #listing: ManifestListing;
  #files: readonly ManifestFile[];
  #version = 0;
  #asked = performance.now();
  #looked = performance.now();
  #listed = performance.now();

  private constructor(readonly root: string) {
    this.#listing = listManifests(root);
    this.#files = this.#listing.files;
  }

  static of(root: string): ManifestFiles {
    const known = byRoot.get(root) ?? new ManifestFiles(root);
    byRoot.set(root, known);
    return known;
  }

  /** Whether its repository has manifests, and all of them stand after the file. */
  static areAfter(file: string): boolean {
    const around = [...byRoot.values()].filter(({ root }) => isWithin(file, root));
    return around.some(({ files }) => files.length > 0 && files.every(({ path }) => path > file));
  }

  /** A file has been written by a repair. */
  static noteWritten(file: string, text: string): void {
    for (const manifests of byRoot.values()) if (manifests.files.some((one) => one.path === file)) manifests.setLive(file, text);
  }

  get files(): readonly ManifestFile[] {
    return this.#files;
  }

  /** Changes with any text. */
  get version(): number {
    return this.#version;
  }

  text(file: string): string | undefined {
    const known = this.#known.get(file);
    if (known) return known.text;
    const read = readFile(file);
    this.#known.set(file, read);
    return read.text;
  }

  /** What a reader finds in a file, read once for each text; undefined for a file that cannot be read. */
  read<Facts>(file: string, reader: (text: string) => Facts): Facts | undefined {
    const readings = this.#readings.get(reader) ?? new Map<string, Reading>();
    this.#readings.set(reader, readings);
    const text = this.text(file);
    if (text === undefined) return undefined;
    const known = readings.get(file);
    if (known?.text === text) return known.facts as Facts | undefined;
    const facts = attempted(file, () => reader(text));
    readings.set(file, { text, facts });
    return facts;
  }

  /** The text of a file as ESLint has it; nothing changes when the disk says the same. */
  setLive(file: string, text: string): void {
    const listed = this.#files.some((one) => one.path === file);
    const known = listed && this.text(file) === text ? this.#known.get(file) : undefined;
    if (known && known.live === undefined) return;
    const disk = readFile(file);
    const live = disk.text === text ? {} : { live: performance.now() };
    this.#known.set(file, { stamp: disk.stamp, text, ...live });
    if (!listed) this.#add(file);
    if (!known) this.#version += 1;
  }

  #add(file: string): void {
    const added = manifestFile(file, this.root);
    if (added) this.#files = byName([...this.#files, added]);
  }

  /** In a long session, looks whether files have changed on disk, come or gone; texts at most once a second. */
  refresh(): void {
    const now = performance.now();
    const isPause = now - this.#asked >= LOOK_AGAIN;
    this.#asked = now;
    if (isPause || now - this.#listed >= LIST_AGAIN) this.#list(now);
    if (now - this.#looked < LOOK_AGAIN) return;
    this.#looked = now;
    const isOld = ([file, { live, stamp }]: [string, Known]): boolean =>
      (live !== undefined && now - live > LIVE) || !sameStamp(stamp, stampOf(file));
    const changed = [...this.#known].filter(isOld);
    for (const [file] of changed) this.#known.delete(file);
    if (changed.length > 0) this.#version += 1;
  }

  /** A file that is only in the editor stays. */
  #list(now: number): void {
    this.#listed = now;
    if ([...this.#listing.folders].every(([folder, changed]) => folderChanged(folder) === changed)) return;
    this.#listing = listManifests(this.root);
    const isListed = new Set(this.#listing.files.map(({ path: file }) => file));
    const unsaved = this.#files.filter(({ path: file }) => !isListed.has(file) && this.#known.get(file)?.live !== undefined);
    const files = byName([...this.#listing.files, ...unsaved]);
    if (files.length !== this.#files.length || files.some(({ path: file }, index) => file !== this.#files[index]?.path)) this.#version += 1;
    this.#files = files;
  }
}
