import { append } from './lists.js';
import type { Resolution } from './resolve.js';
import { SPECIFIERS, specifiersOf, type TextQuestion } from './text-questions.js';

/** Imports that run nothing. */
const DATA = /\.(?:json5?|ya?ml|txt|html?|css|s[ac]ss|less|svg|png|graphql|gql|sql|node|wasm)$/iu;

interface Edge {
  readonly specifier: string;
  readonly target: Resolution;
}

interface Node {
  readonly edges: readonly Edge[];
  readonly imports: readonly string[];
  readonly packages: readonly string[];
}

/** Where the texts of the graph come from. */
interface Texts {
  readonly files: readonly string[];
  ask(file: string, question: TextQuestion): string;
  resolve(from: string, specifier: string): Resolution;
}

/** Which file imports which, by their texts alone. Remembered until it is told that a text, or all, has changed. */
export class ImportGraph {
  readonly #nodes = new Map<string, Node>();
  #importers: Map<string, string[]> | undefined;

  constructor(readonly texts: Texts) {}

  /** Files of the workspace that a file imports. */
  importsOf(file: string): readonly string[] {
    return this.#nodeOf(file).imports;
  }

  /** Specifiers of packages and of built-in modules that a file imports. */
  packagesOf(file: string): readonly string[] {
    return this.#nodeOf(file).packages;
  }

  /** Whether it imports a module that is not there, and that may import any other. */
  loadsMissing(file: string): boolean {
    return this.#nodeOf(file).edges.some(({ specifier, target }) => target.kind === 'unresolved' && !DATA.test(specifier));
  }

  importersOf(file: string): readonly string[] {
    this.#importers ??= this.#reversed();
    return this.#importers.get(file) ?? [];
  }

  /** The text of a file is another; most edits leave its imports as they are. */
  forget(file: string): void {
    const before = this.#nodes.get(file);
    this.#nodes.delete(file);
    if (before && this.#importers && !isSame(before.edges, this.#nodeOf(file).edges)) this.#importers = undefined;
  }

  clear(): void {
    this.#nodes.clear();
    this.#importers = undefined;
  }

  #nodeOf(file: string): Node {
    const known = this.#nodes.get(file);
    if (known) return known;
    const edges = specifiersOf(this.texts.ask(file, SPECIFIERS)).map((specifier) => ({
      specifier,
      target: this.texts.resolve(file, specifier),
    }));
    const node: Node = {
      edges,
      imports: edges.flatMap(({ target }) => (target.kind === 'project' ? [target.path] : [])),
      packages: edges.flatMap(({ target }) => (target.kind === 'external' ? [target.specifier] : [])),
    };
    this.#nodes.set(file, node);
    return node;
  }

  #reversed(): Map<string, string[]> {
    const importers = new Map<string, string[]>();
    for (const file of this.texts.files) {
      for (const target of this.importsOf(file)) append(importers, target, file);
    }
    return importers;
  }
}

function isSame(before: readonly Edge[], after: readonly Edge[]): boolean {
  return (
    before.length === after.length &&
    before.every(({ specifier, target }, index) => {
      const other = after[index];
      return other?.specifier === specifier && other.target === target;
    })
  );
}
