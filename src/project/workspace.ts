import path from 'node:path';
import type { ModuleFacts } from '../facts/module-facts.js';
import { standsWithin } from './boundary.js';
import { attempted } from './debug.js';
import { isFile, readFile, sameStamp, stampOf, type Stamp } from './disk.js';
import { Faults } from './faults.js';
import { ImportGraph } from './import-graph.js';
import { SourceTree } from './listing.js';
import type { PackageInfo } from './packages.js';
import { factsIn } from './reading.js';
import { Resolver, type Resolution } from './resolve.js';
import { rootOf, type Root } from './roots.js';

interface Known {
  /** Of the file on disk when its text, or a live one, was taken. */
  readonly stamp: Stamp | undefined;
  readonly text: string | undefined;
  /** Reads them from ESLint's tree, when they are asked for. */
  readonly collect?: () => ModuleFacts;
  facts?: { readonly facts: ModuleFacts | undefined };
  /** When ESLint last handed the text over, if that differs from the disk. Milliseconds. */
  live?: number;
}

/** A pause after which files may have changed on disk: a run has none, an editor's session many. Milliseconds. */
const PAUSE = 1000;
/** The same without a pause. */
const LOOK_AGAIN = 20_000;

/** Nobody says that an editor has thrown a change away: a text that is not handed over again gives way to the disk. Milliseconds. */
const LIVE = 600_000;

const workspaces = new Map<string, Workspace>();

/** The files of one workspace: the only place that knows texts, facts and resolutions, and when they change. */
export class Workspace {
  readonly root: string;
  /** What may be read at most: the folder of the repository, else `root`. */
  readonly boundary: string;
  readonly #tree: SourceTree;
  #resolver: Resolver;
  #version = 0;
  #shape = 0;
  readonly faults = new Faults();
  #asked = performance.now();
  #looked = performance.now();
  readonly #known = new Map<string, Known>();
  readonly #graph = new ImportGraph(this);

  private constructor(root: Root, files?: readonly string[]) {
    this.root = root.dir;
    this.boundary = root.boundary;
    this.#tree = new SourceTree(root.dir, files);
    this.#resolver = this.#newResolver();
  }

  /** The workspace that a file belongs to. A file that is not on disk is one of its own. */
  static of(file: string): Workspace {
    const near = rootOf(file);
    const listing = near && workspaces.get(near.dir);
    if (listing?.has(file)) return listing;
    const root = isFile(file) ? near : undefined;
    const key = root ? root.dir : `file:${file}`;
    const known = workspaces.get(key);
    if (known) return known;
    const folder = path.dirname(file);
    const workspace = root ? new Workspace(root) : new Workspace({ dir: folder, boundary: folder }, [file]);
    workspaces.set(key, workspace);
    return workspace;
  }

  get files(): readonly string[] {
    return this.#tree.files;
  }

  get packages(): readonly PackageInfo[] {
    return this.#tree.packages;
  }

  has(file: string): boolean {
    return this.#tree.has(file);
  }

  /** Another one whenever a text is another. */
  get version(): number {
    return this.#version;
  }

  /** Another one whenever files or packages have come or gone, so that a specifier may mean something else. */
  get shape(): number {
    return this.#shape;
  }

  /** The nearest package above a file. */
  packageOf(file: string): PackageInfo | undefined {
    return this.#tree.packageOf(file);
  }

  text(file: string): string | undefined {
    return this.#read(file).text;
  }

  facts(file: string): ModuleFacts | undefined {
    this.faults.lookedAt = file;
    const known = this.#read(file);
    const { collect } = known;
    known.facts ??= { facts: collect ? attempted(file, collect) : factsIn(known.text, file) };
    return this.faults.leftOut.has(file) ? undefined : known.facts.facts;
  }

  /** The text of a file as ESLint has it; nothing changes when the disk says the same. */
  setLive(file: string, text: string, facts: () => ModuleFacts): void {
    if (this.#tree.refreshFor(file)) this.#reshape();
    const known = this.#read(file);
    if (known.text === text) {
      if (known.live !== undefined) known.live = performance.now();
      return;
    }
    const disk = readFile(file);
    const live = disk.text === text ? {} : { live: performance.now() };
    this.#known.set(file, { stamp: disk.stamp, text, collect: facts, ...live });
    this.#forget(file);
    if (this.has(file)) return;
    this.#tree.add(file);
    this.#reshape();
  }

  resolve(from: string, specifier: string): Resolution {
    return this.#resolver.resolve(from, specifier);
  }

  importsOf(file: string): readonly string[] {
    return this.#graph.importsOf(file);
  }

  packagesOf(file: string): readonly string[] {
    return this.#graph.packagesOf(file);
  }

  /** Some files and all that they load. */
  closureOf(files: readonly string[]): ReadonlySet<string> {
    const loaded = new Set(files);
    for (const file of loaded) for (const imported of this.importsOf(file)) loaded.add(imported);
    return loaded;
  }

  /** Whether it imports a module that is not there, and that may import any other. */
  loadsMissing(file: string): boolean {
    return this.#graph.loadsMissing(file);
  }

  importersOf(file: string): readonly string[] {
    return this.#graph.importersOf(file);
  }

  #read(file: string): Known {
    const known = this.#known.get(file);
    if (known) return known;
    const read: Known = this.has(file) || standsWithin(file, this.boundary) ? readFile(file) : { stamp: stampOf(file), text: undefined };
    this.#known.set(file, read);
    return read;
  }

  /** In a long session, looks whether files have changed on disk, come or gone. */
  refresh(): void {
    const now = performance.now();
    const isDue = now - this.#asked >= PAUSE || now - this.#looked >= LOOK_AGAIN;
    this.#asked = now;
    if (!isDue) return;
    this.#looked = now;
    const isOld = ([file, { live, stamp }]: [string, Known]): boolean =>
      (live !== undefined && now - live > LIVE) || !sameStamp(stamp, stampOf(file));
    for (const [file] of [...this.#known].filter(isOld)) {
      this.#known.delete(file);
      this.#forget(file);
    }
    if (this.#tree.refresh()) this.#reshape();
  }

  /** What was known by the text of the file. */
  #forget(file: string): void {
    this.#version += 1;
    this.#graph.forget(file);
    this.faults.forget(file);
  }

  #reshape(): void {
    this.#version += 1;
    this.#shape += 1;
    this.#graph.clear();
    this.#resolver = this.#newResolver();
  }

  #newResolver(): Resolver {
    return new Resolver(this.boundary, this.packages, new Set(this.files));
  }
}
