import path from 'node:path';
import type { ModuleFacts } from '../facts/module-facts.js';
import { parseModule } from '../facts/parse.js';
import { isFile, readFile, sameStamp, stampOf, type Stamp } from './disk.js';
import { specifiersIn } from './edges.js';
import { append } from './lists.js';
import { SourceTree } from './listing.js';
import { rootOf, type PackageInfo, type Root } from './packages.js';
import { Resolver, type Resolution } from './resolve.js';

interface Known {
  /** Of the file on disk when its text, or a live one, was taken. */
  readonly stamp: Stamp | undefined;
  readonly text: string | undefined;
  facts?: { readonly facts: ModuleFacts | undefined };
  /** When ESLint last handed the text over, if that differs from the disk. Milliseconds. */
  live?: number;
}

/** How often an editor session looks for changes of other files. Milliseconds. */
const LOOK_AGAIN = 1000;

/** Imports that run nothing. */
const DATA = /\.(?:json5?|ya?ml|txt|html?|css|s[ac]ss|less|svg|png|graphql|gql|sql|node|wasm)$/iu;

/** Nobody says that an editor has thrown a change away: a text that is not handed over again gives way to the disk. Milliseconds. */
const LIVE = 600_000;

const workspaces = new Map<string, Workspace>();

/** The files of one workspace: the only place that knows texts, facts and resolutions, and when they change. */
export class Workspace {
  readonly root: string;
  readonly #boundary: string;
  readonly #tree: SourceTree;
  #resolver: Resolver;
  #version = 0;
  #looked = performance.now();
  readonly #known = new Map<string, Known>();
  #owners = new Map<string, PackageInfo | null>();
  #imports = new Map<string, readonly Resolution[]>();
  #importers: Map<string, string[]> | undefined;

  private constructor(root: Root, files?: readonly string[]) {
    this.root = root.dir;
    this.#boundary = root.boundary;
    this.#tree = new SourceTree(root.dir, files);
    this.#resolver = this.#newResolver();
  }

  /** The workspace that a file belongs to. A file that is not on disk is one of its own. */
  static of(file: string): Workspace {
    const root = isFile(file) ? rootOf(file) : undefined;
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

  get version(): number {
    return this.#version;
  }

  /** The nearest package above a file. */
  packageOf(file: string): PackageInfo | undefined {
    const folder = path.dirname(file);
    const known = this.#owners.get(folder);
    if (known !== undefined) return known ?? undefined;
    const owner = this.packages.find(({ dir }) => file.startsWith(dir + path.sep));
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
    if (this.#tree.refreshFor(file)) this.#changed();
    const known = this.#read(file);
    if (known.text === text) {
      if (known.live !== undefined) known.live = performance.now();
      return;
    }
    const disk = readFile(file);
    const live = disk.text === text ? {} : { live: performance.now() };
    this.#known.set(file, { stamp: disk.stamp, text, facts: { facts: facts() }, ...live });
    if (!this.#tree.has(file)) this.#tree.add(file);
    this.#changed();
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

  /** Some files and all that they load. */
  closureOf(files: readonly string[]): ReadonlySet<string> {
    const loaded = new Set(files);
    for (const file of loaded) for (const imported of this.importsOf(file)) loaded.add(imported);
    return loaded;
  }

  /** Whether it imports a module that is not there, and that may import any other. */
  loadsMissing(file: string): boolean {
    const specifiers = specifiersIn(this.text(file) ?? '');
    return specifiers.some((specifier) => !DATA.test(specifier) && this.resolve(file, specifier).kind === 'unresolved');
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
    for (const file of this.files) {
      for (const target of this.importsOf(file)) append(importers, target, file);
    }
    return importers;
  }

  #read(file: string): Known {
    const known = this.#known.get(file);
    if (known) return known;
    const read: Known = readFile(file);
    this.#known.set(file, read);
    return read;
  }

  /** In a long session, looks whether files have changed on disk, come or gone; at most once a second. */
  refresh(): void {
    const now = performance.now();
    if (now - this.#looked < LOOK_AGAIN) return;
    this.#looked = now;
    const isOld = ([file, { live, stamp }]: [string, Known]): boolean =>
      (live !== undefined && now - live > LIVE) || !sameStamp(stamp, stampOf(file));
    const old = [...this.#known].filter(isOld);
    for (const [file] of old) this.#known.delete(file);
    const isOther = this.#tree.refresh();
    if (isOther || old.length > 0) this.#changed();
  }

  #changed(): void {
    this.#version += 1;
    this.#owners = new Map();
    this.#imports = new Map();
    this.#importers = undefined;
    this.#resolver = this.#newResolver();
  }

  #newResolver(): Resolver {
    return new Resolver(this.#boundary, this.packages, new Set(this.files));
  }
}

/** Longer lines than people write, on average. */
function isMinified(text: string): boolean {
  if (text.length < 50_000) return false;
  return text.length / text.split('\n').length > 400;
}
