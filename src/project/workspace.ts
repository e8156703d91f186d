import path from 'node:path';
import type { ModuleFacts } from '../facts/module-facts.js';
import { parseModule } from '../facts/parse.js';
import { isFile, readFile, sameStamp, stampOf, type Stamp } from './disk.js';
import { specifiersIn } from './edges.js';
import { readPackage, type PackageInfo } from './packages.js';
import { Resolver, type Resolution } from './resolve.js';
import { rootOf, type Root } from './roots.js';
import { listSources } from './sources.js';

interface Known {
  readonly stamp: Stamp | undefined;
  readonly text: string | undefined;
  facts?: { readonly facts: ModuleFacts | undefined };
  /** Handed over by ESLint and different from the disk. */
  readonly live: boolean;
}

/** A pause after which files may have changed on disk: within a run there is none, in an editor's session many. Milliseconds. */
const PAUSE = 1000;

const workspaces = new Map<string, Workspace>();

/** The files of one workspace: the only place that knows texts, facts and resolutions, and when they change. */
export class Workspace {
  readonly root: string;
  readonly #boundary: string;
  #packages: readonly PackageInfo[];
  readonly #listed: Set<string>;
  #files: readonly string[];
  #resolver: Resolver;
  #version = 0;
  #shape = 0;
  #asked = performance.now();
  readonly #known = new Map<string, Known>();
  readonly #owners = new Map<string, PackageInfo | null>();
  #imports = new Map<string, readonly Resolution[]>();
  #importers: Map<string, string[]> | undefined;

  private constructor(root: Root, files?: readonly string[]) {
    this.root = root.dir;
    this.#boundary = root.boundary;
    const listing = files ? { files, packages: [] } : listSources(root.dir);
    this.#files = listing.files;
    this.#listed = new Set(listing.files);
    this.#packages = listing.packages.flatMap((dir) => readPackage(dir) ?? []).sort((a, b) => b.dir.length - a.dir.length);
    this.#resolver = new Resolver(root.boundary, this.#packages, this.#listed);
  }

  /** The workspace that a file belongs to. A file that is not on disk is one of its own. */
  static of(file: string): Workspace {
    const near = rootOf(file);
    const listed = near && workspaces.get(near.dir);
    if (listed?.has(file)) return listed;
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
    return this.#files;
  }

  has(file: string): boolean {
    return this.#listed.has(file);
  }

  get packages(): readonly PackageInfo[] {
    return this.#packages;
  }

  /** Another one whenever a text is another. */
  get version(): number {
    return this.#version;
  }

  /** Another one whenever files are there or gone, so that specifiers may mean something else. */
  get shape(): number {
    return this.#shape;
  }

  /** The nearest package above a file. */
  packageOf(file: string): PackageInfo | undefined {
    const folder = path.dirname(file);
    const known = this.#owners.get(folder);
    if (known !== undefined) return known ?? undefined;
    const owner = this.#packages.find(({ dir }) => file.startsWith(dir + path.sep));
    this.#owners.set(folder, owner ?? null);
    return owner;
  }

  text(file: string): string | undefined {
    return this.#read(file).text;
  }

  facts(file: string): ModuleFacts | undefined {
    const known = this.#read(file);
    known.facts ??= { facts: known.text === undefined || isMinified(known.text) ? undefined : parseModule(known.text, file) };
    return known.facts.facts;
  }

  /** The text of a file as ESLint has it; nothing changes when the disk says the same. */
  setLive(file: string, text: string, facts: () => ModuleFacts): void {
    const known = this.#read(file);
    if (known.text === text) return;
    this.#known.set(file, { stamp: undefined, text, facts: { facts: facts() }, live: true });
    this.#version += 1;
    this.#forgetImports(file);
    if (this.#listed.has(file)) return;
    this.#listed.add(file);
    this.#files = [...this.#files, file].sort();
    this.#reshape();
  }

  resolve(from: string, specifier: string): Resolution {
    return this.#resolver.resolve(from, specifier);
  }

  /** Files of the workspace that a file imports, by its text alone. */
  importsOf(file: string): readonly string[] {
    return this.#edgesOf(file).flatMap((target) => (target.kind === 'project' ? [target.path] : []));
  }

  /** Specifiers of packages and of built-in modules that a file imports, by its text alone. */
  packagesOf(file: string): readonly string[] {
    return this.#edgesOf(file).flatMap((target) => (target.kind === 'external' ? [target.specifier] : []));
  }

  #edgesOf(file: string): readonly Resolution[] {
    const known = this.#imports.get(file);
    if (known) return known;
    const targets = specifiersIn(this.text(file) ?? '').map((specifier) => this.resolve(file, specifier));
    this.#imports.set(file, targets);
    return targets;
  }

  importersOf(file: string): readonly string[] {
    this.#importers ??= this.#reversed();
    return this.#importers.get(file) ?? [];
  }

  #reversed(): Map<string, string[]> {
    const importers = new Map<string, string[]>();
    const edges = this.#files.flatMap((file) => this.importsOf(file).map((target) => ({ file, target })));
    for (const { file, target } of edges) {
      const list = importers.get(target);
      if (list) list.push(file);
      else importers.set(target, [file]);
    }
    return importers;
  }

  #read(file: string): Known {
    const known = this.#known.get(file);
    if (known) return known;
    const read: Known = { ...readFile(file), live: false };
    this.#known.set(file, read);
    return read;
  }

  /** After a pause, looks whether files have changed on disk. */
  refresh(): void {
    const before = this.#asked;
    this.#asked = performance.now();
    if (this.#asked - before < PAUSE) return;
    for (const [file, known] of this.#known) if (!known.live) this.#lookAt(file, known);
  }

  #lookAt(file: string, { stamp }: Known): void {
    const now = stampOf(file);
    if (sameStamp(stamp, now)) return;
    this.#known.delete(file);
    this.#version += 1;
    this.#forgetImports(file);
    if (!stamp || !now) this.#reshape();
  }

  #forgetImports(file: string): void {
    this.#imports.delete(file);
    this.#importers = undefined;
  }

  #reshape(): void {
    this.#shape += 1;
    this.#imports = new Map();
    this.#importers = undefined;
    this.#resolver = new Resolver(this.#boundary, this.#packages, this.#listed);
  }
}

/** Longer lines than people write, on average. */
function isMinified(text: string): boolean {
  if (text.length < 50_000) return false;
  return text.length / text.split('\n').length > 400;
}
