import { specifiersIn } from './edges.js';
import { append } from './lists.js';
import type { Resolution } from './resolve.js';

/** Imports that run nothing. */
const DATA = /\.(?:json5?|ya?ml|txt|html?|css|s[ac]ss|less|svg|png|graphql|gql|sql|node|wasm)$/iu;

interface Edge {
  readonly specifier: string;
  readonly target: Resolution;
}

/** Where the texts of the graph come from. */
interface Texts {
  readonly files: readonly string[];
  text(file: string): string | undefined;
  resolve(from: string, specifier: string): Resolution;
}

/** Which file imports which, by their texts alone. Remembered until it is told that a text, or all, has changed. */
export class ImportGraph {
  readonly #edges = new Map<string, readonly Edge[]>();
  #importers: Map<string, string[]> | undefined;

  constructor(readonly texts: Texts) {}

  /** Files of the workspace that a file imports. */
  importsOf(file: string): readonly string[] {
    return this.#edgesOf(file).flatMap(({ target }) => (target.kind === 'project' ? [target.path] : []));
  }

  /** Specifiers of packages and of built-in modules that a file imports. */
  packagesOf(file: string): readonly string[] {
    return this.#edgesOf(file).flatMap(({ target }) => (target.kind === 'external' ? [target.specifier] : []));
  }

  /** Whether it imports a module that is not there, and that may import any other. */
  loadsMissing(file: string): boolean {
    return this.#edgesOf(file).some(({ specifier, target }) => target.kind === 'unresolved' && !DATA.test(specifier));
  }

  importersOf(file: string): readonly string[] {
    this.#importers ??= this.#reversed();
    return this.#importers.get(file) ?? [];
  }

  forget(file: string): void {
    this.#edges.delete(file);
    this.#importers = undefined;
  }

  clear(): void {
    this.#edges.clear();
    this.#importers = undefined;
  }

  #edgesOf(file: string): readonly Edge[] {
    const known = this.#edges.get(file);
    if (known) return known;
    const edges = specifiersIn(this.texts.text(file) ?? '').map((specifier) => ({
      specifier,
      target: this.texts.resolve(file, specifier),
    }));
    this.#edges.set(file, edges);
    return edges;
  }

  #reversed(): Map<string, string[]> {
    const importers = new Map<string, string[]>();
    for (const file of this.texts.files) {
      for (const target of this.importsOf(file)) append(importers, target, file);
    }
    return importers;
  }
}
