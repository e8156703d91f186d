import { createRequire } from 'node:module';
import type Yaml from 'yaml';
import type { Alias, Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../facts/module-facts.js';
import { Item } from './item.js';
import { maskTemplates, type Masked } from './mask.js';

/** Larger texts are data. Characters. */
const LARGEST = 1_000_000;
/** A bracket can be put into a bracket this often; nobody writes so, and parsers recurse. */
const DEEPEST = 200;

const require = createRequire(import.meta.url);
let loaded: typeof Yaml | undefined;

/** The parser, loaded with the first manifest. */
export function yamlLibrary(): typeof Yaml {
  loaded ??= require('yaml') as typeof Yaml;
  return loaded;
}

/** The root of each document of a YAML or JSON text; none when nothing sensible stands there. */
export function readYaml(text: string): readonly Item[] {
  if (text.length > LARGEST || isTooDeep(text)) return [];
  const masked = maskTemplates(text);
  try {
    // Every scalar is a text: what is a number depends on who reads it. Nothing is ever turned into values as a whole, since
    // aliases can multiply beyond any memory.
    const documents = yamlLibrary().parseAllDocuments(masked.text, {
      schema: 'failsafe',
      uniqueKeys: false,
      prettyErrors: false,
      logLevel: 'silent',
      strict: false,
    });
    return Array.isArray(documents) ? documents.flatMap((document) => rootOf(masked, document)) : [];
  } catch {
    return [];
  }
}

function rootOf(masked: Masked, document: Document.Parsed): readonly Item[] {
  const { contents } = document;
  if (!contents) return [];
  return [new Item(new YamlSource(masked, document), [contents.range[0], contents.range[1]], contents)];
}

function isTooDeep(text: string): boolean {
  let depth = 0;
  for (const character of text.matchAll(/[[\]{}]/gu)) {
    depth += character[0] === '[' || character[0] === '{' ? 1 : -1;
    if (depth > DEEPEST) return true;
    if (depth < 0) depth = 0;
  }
  return false;
}

/** One document, with what is needed to read its nodes. */
export class YamlSource {
  readonly kinds = yamlLibrary();
  readonly #anchors: ReadonlyMap<string, readonly Node[]>;

  constructor(
    readonly masked: Masked,
    document: Document.Parsed,
  ) {
    this.#anchors = anchorsIn(document);
  }

  /** The node that an alias stands for: the last one before it that carries the name. */
  behind(node: Node | null | undefined): YAMLMap | YAMLSeq | Scalar | undefined {
    const { isAlias, isMap, isSeq, isScalar } = this.kinds;
    let current: Node | null | undefined = node;
    for (let depth = 0; isAlias(current); depth += 1) {
      if (depth > DEEPEST) return undefined;
      current = this.#target(current);
    }
    return isMap(current) || isSeq(current) || isScalar(current) ? current : undefined;
  }

  #target(alias: Alias): Node | undefined {
    const start = alias.range?.[0] ?? 0;
    return this.#anchors.get(alias.source)?.findLast(({ range }) => (range?.[0] ?? 0) < start && (range?.[1] ?? 0) <= start);
  }

  hasHole(span: Span): boolean {
    return overlaps(this.masked.holes, span);
  }

  hasGap(span: Span): boolean {
    return overlaps(this.masked.gaps, span);
  }

  columnOf(offset: number): number {
    return offset - (this.masked.text.lastIndexOf('\n', offset - 1) + 1);
  }
}

function overlaps(spans: readonly Span[], [start, end]: Span): boolean {
  return spans.some((span) => span[0] < end && start < span[1]);
}

function anchorsIn(document: Document.Parsed): ReadonlyMap<string, readonly Node[]> {
  const anchors = new Map<string, Node[]>();
  yamlLibrary().visit(document, {
    Node: (_, node) => {
      if (!('anchor' in node) || node.anchor === undefined) return;
      const all = anchors.get(node.anchor);
      if (all) all.push(node);
      else anchors.set(node.anchor, [node]);
    },
  });
  return anchors;
}
