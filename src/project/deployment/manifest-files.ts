import { attempted } from '../debug.js';
import { readFile, stampOf, type Stamp } from '../disk.js';
import { listManifests, manifestFile, type ManifestFile } from './listing.js';

interface Known {
  readonly stamp: Stamp | undefined;
  readonly text: string | undefined;
  readonly live: boolean;
}

/** How often an editor session looks for changes of other files. Milliseconds. */
const LOOK_AGAIN = 1000;

const byRoot = new Map<string, ManifestFiles>();

/** The manifests of one repository, with their texts as the editor or the disk has them. */
export class ManifestFiles {
  readonly #known = new Map<string, Known>();
  /** What readers have found in files, by reader and file. */
  readonly #readings = new Map<unknown, Map<string, { readonly text: string; readonly facts: unknown }>>();
  #files: readonly ManifestFile[];
  #version = 0;
  #looked = performance.now();

  private constructor(readonly root: string) {
    this.#files = listManifests(root);
  }

  static of(root: string): ManifestFiles {
    const known = byRoot.get(root) ?? new ManifestFiles(root);
    byRoot.set(root, known);
    return known;
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
    this.#known.set(file, { ...read, live: false });
    return read.text;
  }

  /** What a reader finds in a file, read once for each text; undefined for a file that cannot be read. */
  read<Facts>(file: string, reader: (text: string) => Facts): Facts | undefined {
    const readings = this.#readings.get(reader) ?? new Map<string, { readonly text: string; readonly facts: unknown }>();
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
    if (listed && this.text(file) === text) return;
    this.#known.set(file, { stamp: undefined, text, live: true });
    const added = listed ? undefined : manifestFile(file, this.root);
    if (added) this.#files = [...this.#files, added].sort((a, b) => (a.name < b.name ? -1 : 1));
    this.#version += 1;
  }

  /** In a long session, looks whether files have changed on disk; at most once a second. */
  refresh(): void {
    const now = performance.now();
    if (now - this.#looked < LOOK_AGAIN) return;
    this.#looked = now;
    const changed = [...this.#known].filter(([file, { live, stamp }]) => !live && !isSame(stamp, stampOf(file)));
    for (const [file] of changed) this.#known.delete(file);
    if (changed.length > 0) this.#version += 1;
  }
}

function isSame(a: Stamp | undefined, b: Stamp | undefined): boolean {
  return a?.size === b?.size && a?.modified === b?.modified;
}
