import type { Alias, Document, Node, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../facts/module-facts.js';
import type { Entry } from './item.js';
import { yamlLibrary } from './library.js';
import type { Gap, Masked } from './mask.js';

/** What a chart says of `.Values.a.b`, by `a.b`; undefined when that is not known. */
export type Values = (path: string) => string | undefined;

/** How often an alias can lead to another. */
const DEEPEST = 200;

/** One document, with what is needed to read its nodes. */
export class YamlSource {
  readonly kinds = yamlLibrary();
  /** The keys of mappings that have been read. */
  readonly entries = new Map<YAMLMap, readonly Entry[]>();
  readonly #document: Document.Parsed;
  #anchors: ReadonlyMap<string, readonly Node[]> | undefined;
  #spans: readonly Span[] | undefined;

  constructor(
    /** As it is written, templates and all. */
    readonly text: string,
    readonly masked: Masked,
    readonly values: Values,
    document: Document.Parsed,
  ) {
    this.#document = document;
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
    this.#anchors ??= anchorsIn(this.#document);
    return this.#anchors.get(alias.source)?.findLast(({ range }) => (range?.[0] ?? 0) < start && (range?.[1] ?? 0) <= start);
  }

  hasHole([start, end]: Span): boolean {
    const { holes } = this.masked;
    const hole = holes[firstEndingAfter(holes, start)];
    return hole !== undefined && hole[0] < end;
  }

  /** Whether a template may put keys into a mapping. */
  mayAdd([start, end]: Span, column: number): boolean {
    return (
      this.#gapsIn(start, end).some((gap) => gap.column <= column) ||
      this.#gapsAfter(end).some((gap) => gap.column === column) ||
      this.#gapsBefore(start).some((gap) => gap.column === column)
    );
  }

  /** Whether a template puts something right after a place. */
  isFilledAfter(offset: number): boolean {
    return this.#gapsAfter(offset).length > 0;
  }

  /** The templates in a place and right behind it. */
  templatesAt([start, end]: Span): readonly string[] {
    const { holes } = this.masked;
    const inside = holes.slice(firstEndingAfter(holes, start), firstEndingAfter(holes, end));
    return [...[...this.#gapsIn(start, end), ...this.#gapsAfter(end)].map(({ span }) => span), ...inside].map((span) =>
      this.text.slice(...span),
    );
  }

  get #gapSpans(): readonly Span[] {
    this.#spans ??= this.masked.gaps.map(({ span }) => span);
    return this.#spans;
  }

  #gapsIn(start: number, end: number): readonly Gap[] {
    const spans = this.#gapSpans;
    return this.masked.gaps.slice(firstEndingAfter(spans, start), firstEndingAfter(spans, end));
  }

  /** Those with nothing but blanks before them. */
  #gapsAfter(offset: number): readonly Gap[] {
    const { gaps } = this.masked;
    const first = firstEndingAfter(this.#gapSpans, offset);
    let last = first;
    while (last < gaps.length && last - first < MOST_GAPS && this.#isBlank(offset, gaps[last]?.span[0] ?? 0)) last += 1;
    return gaps.slice(first, last);
  }

  #gapsBefore(offset: number): readonly Gap[] {
    const { gaps } = this.masked;
    const last = firstEndingAfter(this.#gapSpans, offset);
    let first = last;
    while (first > 0 && last - first < MOST_GAPS && this.#isBlank(gaps[first - 1]?.span[1] ?? 0, offset)) first -= 1;
    return gaps.slice(first, last);
  }

  #isBlank(start: number, end: number): boolean {
    return start <= end && end - start < FARTHEST && this.masked.text.slice(start, end).trim() === '';
  }

  columnOf(offset: number): number {
    return offset - (this.text.lastIndexOf('\n', offset - 1) + 1);
  }

  /** The text of a span with its templates done; undefined with one that is not known. */
  filled([start, end]: Span): string | undefined {
    const parts = this.text.slice(start, end).split(/\{\{-?\s*|(?<!\s)\s+-?\}\}|-?\}\}/u);
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

/** Templates that stand together, and how far they can be from what they belong to. Characters. */
const MOST_GAPS = 50;
const FARTHEST = 5000;

/** The index of the first span that ends behind an offset, of spans in order that do not overlap. */
function firstEndingAfter(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.[1] ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
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
