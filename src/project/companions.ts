/** Which packages of a workspace may run in one process: what one service hands to a library of all is not run by another service. */
import { filesNamed } from './imports.js';
import type { Link } from './link.js';
import type { Module } from './module.js';
import { isAnalysed } from './scope.js';

/** The folder of a package; undefined for files of none. */
type Folder = string | undefined;

/** Which packages import something of which others. */
interface Graph {
  readonly loads: ReadonlyMap<Folder, ReadonlySet<Folder>>;
  readonly loadedBy: ReadonlyMap<Folder, ReadonlySet<Folder>>;
}

export class Companions {
  readonly #folders = new Map<string, Folder>();
  readonly #of = new Map<Folder, ReadonlySet<Folder>>();
  #graph: Graph | undefined;

  constructor(readonly link: Link) {}

  /** Whether a module may run beside some others; undefined where each may. */
  of(modules: readonly Module[]): ((module: Module) => boolean) | undefined {
    if (this.link.workspace.packages.length < 2) return undefined;
    const own = new Set(modules.map(({ path }) => this.#folderOf(path)));
    const beside = new Set([...own].flatMap((folder) => [...this.#beside(folder)]));
    return ({ path }) => beside.has(this.#folderOf(path));
  }

  /** All that the package loads, and that those load which load it. */
  #beside(folder: Folder): ReadonlySet<Folder> {
    const known = this.#of.get(folder);
    if (known) return known;
    const { loads, loadedBy } = (this.#graph ??= this.#read());
    const found = new Set([folder]);
    for (const one of found) for (const loading of loadedBy.get(one) ?? []) found.add(loading);
    for (const one of found) for (const loaded of loads.get(one) ?? []) found.add(loaded);
    this.#of.set(folder, found);
    return found;
  }

  #read(): Graph {
    const loads = new Map<Folder, Set<Folder>>();
    const loadedBy = new Map<Folder, Set<Folder>>();
    const { workspace } = this.link;
    const edges = workspace.files
      .filter((file) => isAnalysed(file, workspace))
      .flatMap((file) => this.#loadedBy(file).map((imported) => [this.#folderOf(file), this.#folderOf(imported)] as const))
      .filter(([folder, other]) => folder !== other);
    for (const [folder, other] of edges) {
      note(loads, folder, other);
      note(loadedBy, other, folder);
    }
    return { loads, loadedBy };
  }

  #loadedBy(file: string): readonly string[] {
    const module = this.link.module(file);
    return [...this.link.workspace.importsOf(file), ...(module ? filesNamed(this.link, module) : [])];
  }

  #folderOf(file: string): Folder {
    if (!this.#folders.has(file)) this.#folders.set(file, this.link.workspace.packageOf(file)?.dir);
    return this.#folders.get(file);
  }
}

function note(all: Map<Folder, Set<Folder>>, folder: Folder, other: Folder): void {
  const known = all.get(folder) ?? new Set();
  all.set(folder, known.add(other));
}
