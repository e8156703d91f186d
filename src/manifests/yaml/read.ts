import { createRequire } from 'node:module';
import type Yaml from 'yaml';
import type { Alias, Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../facts/module-facts.js';
import { Item, type Entry } from './item.js';
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

/** What a chart says of `.Values.a.b`, by `a.b`; undefined when that is not known. */
export type Values = (path: string) => string | undefined;

/** The root of each document of a YAML or JSON text; none when nothing sensible stands there. */
export function readYaml(text: string, values: Values = () => undefined): readonly Item[] {
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
    return Array.isArray(documents)
      ? documents.flatMap((document) => rootOf(new YamlSource(text, masked, values, document), document))
      : [];
  } catch {
    return [];
  }
}

function rootOf(source: YamlSource, { contents }: Document.Parsed): readonly Item[] {
  return contents ? [new Item(source, [contents.range[0], contents.range[1]], contents)] : [];
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
  /** The keys of mappings that have been read. */
  readonly entries = new Map<YAMLMap, readonly Entry[]>();
  readonly #anchors: ReadonlyMap<string, readonly Node[]>;

  constructor(
    /** As it is written, templates and all. */
    readonly text: string,
    readonly masked: Masked,
    readonly values: Values,
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

  /** Whether a template may put keys into a mapping. */
  mayAdd(span: Span, column: number): boolean {
    const [start, end] = span;
    return this.masked.gaps.some((gap) => {
      if (gap.span[0] >= start && gap.span[1] <= end) return gap.column <= column;
      return gap.column === column && (this.#isBlank(end, gap.span[0]) || this.#isBlank(gap.span[1], start));
    });
  }

  /** Whether a template puts something right after a place. */
  isFilledAfter(offset: number): boolean {
    return this.masked.gaps.some(({ span }) => this.#isBlank(offset, span[0]));
  }

  /** The templates in a place and right behind it. */
  templatesAt([start, end]: Span): readonly string[] {
    const { gaps, holes } = this.masked;
    return [...gaps.map(({ span }) => span), ...holes]
      .filter((span) => (span[0] >= start && span[0] < end) || this.#isBlank(end, span[0]))
      .map((span) => this.text.slice(...span));
  }

  #isBlank(start: number, end: number): boolean {
    return start <= end && this.masked.text.slice(start, end).trim() === '';
  }

  columnOf(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  /** The text of a span with its templates done; undefined with one that is not known. */
  filled([start, end]: Span): string | undefined {
    const parts = this.text.slice(start, end).split(/\{\{-?\s*|\s*-?\}\}/u);
    const filled = parts.map((part, index) => (index % 2 === 0 ? part : this.#valueOf(part)));
    return filled.every((part) => part !== undefined) ? filled.join('') : undefined;
  }

  #valueOf(action: string): string | undefined {
    const [, path = '', fallback] = VALUE.exec(action) ?? [];
    return path === '' ? undefined : (this.values(path) ?? fallback?.replaceAll(/^"|"$/gu, ''));
  }
}

/** `.Values.a.b`, quoted or not, with a default or not. */
const VALUE = /^(?:quote\s+)?\.Values\.([\w.]+)(?:\s*\|\s*default\s+("[^"]*"|[\w.-]+))?(?:\s*\|\s*(?:int|int64|quote|toString|trim))*$/u;

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
