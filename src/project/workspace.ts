import path from 'node:path';
import type { ModuleFacts } from '../facts/module-facts.js';
import { standsWithin } from './boundary.js';
import { isFile, sameStamp, stampOf } from './disk.js';
import { Faults } from './faults.js';
import { ImportGraph } from './import-graph.js';
import { SourceTree } from './listing.js';
import type { PackageInfo } from './packages.js';
import { Resolver, type Resolution } from './resolve.js';
import { rootOf, type Root } from './roots.js';
import { Source } from './source.js';
import { isYes, matching, type TextQuestion } from './text-questions.js';

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
  readonly #known = new Map<string, Source>();
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

  /** Frees all programs: what is asked next is found anew. */
  static forgetAll(): void {
    workspaces.clear();
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

  /** Another one whenever a text is another to those who have read it, or asked something of it. */
  get version(): number {
    return this.#version;
  }

  /** Another one whenever files or packages have come or gone, so that a specifier may mean something else. */
  get shape(): number {
    return this.#shape;
  }

  /** The nearest package above a file. */
  packageOf(file: string): PackageInfo | undefined {
    return this.#tree.packagesAbove(file)[0];
  }

  /** Which versions of a package a file uses: what the nearest package says that depends on it, as Node.js looks for it. */
  rangeOf(file: string, dependency: string): string | undefined {
    const found = this.#tree.packagesAbove(file).find(({ manifest }) => Object.hasOwn(manifest.dependencies ?? {}, dependency));
    return found?.manifest.dependencies?.[dependency];
  }

  text(file: string): string | undefined {
    return this.#sourceOf(file)?.text;
  }

  /** Whether the text matches; those that nothing else is asked of need not be read again after an edit that leaves it so. */
  matches(file: string, pattern: RegExp): boolean {
    return isYes(this.ask(file, matching(pattern)));
  }

  ask(file: string, question: TextQuestion): string {
    return this.#sourceOf(file)?.ask(question) ?? question.ask('');
  }

  facts(file: string): ModuleFacts | undefined {
    this.faults.lookedAt = file;
    const facts = this.#sourceOf(file)?.facts();
    return this.faults.leftOut.has(file) ? undefined : facts;
  }

  /** The text of a file as ESLint has it; nothing changes when the disk says the same. */
  setLive(file: string, text: string, collect: () => ModuleFacts): void {
    if (this.#tree.refreshFor(file)) this.#reshape();
    const before = this.#sourceOf(file);
    if (before?.isSame(text) === true) {
      if (before.handed !== undefined) before.handed = performance.now();
      return;
    }
    this.#replace(file, before, new Source(file, { text, collect }));
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

  #sourceOf(file: string): Source | undefined {
    const known = this.#known.get(file);
    if (known || !(this.has(file) || standsWithin(file, this.boundary))) return known;
    const source = new Source(file);
    this.#known.set(file, source);
    return source;
  }

  /** In a long session, looks whether files have changed on disk, come or gone. */
  refresh(): void {
    const now = performance.now();
    const isDue = now - this.#asked >= PAUSE || now - this.#looked >= LOOK_AGAIN;
    this.#asked = now;
    if (!isDue) return;
    this.#looked = now;
    const isOld = ([file, { handed, stamp }]: [string, Source]): boolean =>
      (handed !== undefined && now - handed > LIVE) || !sameStamp(stamp, stampOf(file));
    for (const [file, before] of [...this.#known].filter(isOld)) this.#replace(file, before, new Source(file));
    if (this.#tree.refresh()) this.#reshape();
  }

  /** With what was known by the text, unless it holds for the other one as well. */
  #replace(file: string, before: Source | undefined, after: Source): void {
    this.#known.set(file, after);
    if (before?.isAskedInVain(after) === true) return;
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
