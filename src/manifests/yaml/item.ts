import type { Alias, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import type { Span } from '../../facts/module-facts.js';
import type { Place, Stated } from '../stated.js';
import type { YamlSource } from './read.js';

/** How many aliases and merges may lead to each other. */
const DEEPEST = 64;
/** How many keys merges may add up to. */
const MOST_KEYS = 2000;

/** A key of a mapping. */
export interface Entry {
  readonly key: string;
  readonly keySpan: Span;
  readonly item: Item;
  /** By `<<`. */
  readonly isMerged: boolean;
}

type Found = YAMLMap | YAMLSeq | Scalar | undefined;

/**
 * A place in a YAML or JSON text. It reads what is asked for and no more, so that aliases that multiply cost nothing; aliases and
 * merges (`<<`) are looked through, and positions are those of the text.
 */
export class Item {
  readonly #node: Found;

  constructor(
    readonly source: YamlSource,
    /** Where the value stands; the alias, when it is one. */
    readonly span: Span,
    node: Node | null | undefined,
    /** Whether a template chooses between it and another. */
    readonly branches = false,
  ) {
    this.#node = source.behind(node);
  }

  get kind(): 'map' | 'list' | 'scalar' | 'nothing' {
    const { kinds } = this.source;
    if (kinds.isMap(this.#node)) return 'map';
    if (kinds.isSeq(this.#node)) return 'list';
    return kinds.isScalar(this.#node) && (!this.#isEmpty || this.isHole) ? 'scalar' : 'nothing';
  }

  /** Whether a template stands in it, or makes it. */
  get isHole(): boolean {
    return this.branches || this.source.hasHole(this.#ownSpan) || (this.#isEmpty && this.source.isFilledAfter(this.span[1]));
  }

  get #isEmpty(): boolean {
    const node = this.#node;
    return node === undefined || (this.source.kinds.isScalar(node) && node.type === 'PLAIN' && (node.value === null || node.value === ''));
  }

  get #ownSpan(): Span {
    return this.#node ? spanOf(this.#node, this.span) : this.span;
  }

  /** The text of a scalar as the platform reads it; undefined with an unknown template in it, or for anything else. */
  get raw(): string | undefined {
    const node = this.#node;
    if (!this.source.kinds.isScalar(node) || typeof node.value !== 'string') return undefined;
    if (!this.isHole) return node.value;
    const filled = this.branches ? undefined : this.source.filled(this.#ownSpan);
    return node.type === 'PLAIN' ? filled : filled?.replace(/^(["'])(.*)\1$/su, '$2');
  }

  /** The same, undefined with a variable (`${PORT}`) in it. */
  get text(): string | undefined {
    const { raw } = this;
    return raw === undefined || /\$\{|\$\(/u.test(raw) ? undefined : raw;
  }

  /** Not between quotes: `8080` is a number, `"8080"` is none. */
  get isPlain(): boolean {
    return this.source.kinds.isScalar(this.#node) && this.#node.type === 'PLAIN';
  }

  get number(): number | undefined {
    const { text } = this;
    return this.isPlain && text !== undefined && /^[-+]?\d+(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
  }

  /** `yes` and `on` too, as YAML 1.1 reads them. */
  get boolean(): boolean | undefined {
    const { text } = this;
    if (!this.isPlain || text === undefined) return undefined;
    if (/^(?:true|yes|on)$/iu.test(text)) return true;
    return /^(?:false|no|off)$/iu.test(text) ? false : undefined;
  }

  get statedText(): Stated<string> {
    return { value: this.text, span: this.span };
  }

  get statedNumber(): Stated<number> {
    return { value: this.number, span: this.span };
  }

  /** The value of a key: what stands in the mapping before what is merged into it. */
  get(key: string): Item | undefined {
    const [first, ...others] = this.#own.filter((entry) => entry.key === key);
    if (!first) return this.entries.findLast((entry) => entry.key === key)?.item;
    return others.length === 0 ? first.item : new Item(this.source, first.item.span, first.item.#node, true);
  }

  /** All values of a key: both ways of a template's `if` are there. */
  all(key: string): readonly Item[] {
    return this.entries.filter((entry) => entry.key === key).map(({ item }) => item);
  }

  /** The value at the end of several keys. */
  at(...keys: readonly string[]): Item | undefined {
    return keys.reduce<Item | undefined>((item, key) => item?.get(key), this);
  }

  has(key: string): boolean {
    return this.entries.some((entry) => entry.key === key);
  }

  get #own(): readonly Entry[] {
    return this.entries.filter(({ isMerged }) => !isMerged);
  }

  /** The keys of a mapping, what merges add first, so that own ones come later and win. */
  get entries(): readonly Entry[] {
    return this.source.kinds.isMap(this.#node) ? this.#entriesOf(this.#node, 0) : [];
  }

  #entriesOf(map: YAMLMap, depth: number): readonly Entry[] {
    const known = this.source.entries.get(map);
    if (known) return known;
    // Who merges itself adds nothing.
    this.source.entries.set(map, []);
    const own = map.items.flatMap((pair) => this.#entry(pair) ?? []);
    const merging = depth < DEEPEST ? map.items.filter((pair) => this.#entry(pair)?.key === '<<') : [];
    const merged = merging.flatMap((pair) => this.#merged(pair, depth)).slice(0, MOST_KEYS);
    const entries = [...merged.map((entry) => ({ ...entry, isMerged: true })), ...own.filter(({ key }) => key !== '<<')];
    this.source.entries.set(map, entries);
    return entries;
  }

  #merged(pair: Pair, depth: number): readonly Entry[] {
    const { kinds } = this.source;
    const value = this.source.behind(asNode(pair.value));
    const parts = kinds.isSeq(value) ? [...value.items].reverse().map((part) => this.source.behind(asNode(part))) : [value];
    return parts.slice(0, DEEPEST).flatMap((part) => (kinds.isMap(part) ? this.#entriesOf(part, depth + 1) : []));
  }

  #entry({ key, value }: Pair): Entry | undefined {
    const keyNode = this.source.behind(asNode(key));
    if (!this.source.kinds.isScalar(keyNode)) return undefined;
    const keySpan = spanOf(keyNode, this.span);
    if (this.source.hasHole(keySpan)) return undefined;
    const node = asNode(value);
    const span: Span = node ? spanOf(node, keySpan) : [keySpan[1], keySpan[1]];
    return { key: String(keyNode.value), keySpan, item: new Item(this.source, span, node), isMerged: false };
  }

  /** The elements of a list; a single value is a list of itself for those who ask so. */
  get items(): readonly Item[] {
    const node = this.#node;
    if (!this.source.kinds.isSeq(node)) return [];
    return node.items.map((one) => {
      const inner = asNode(one);
      return new Item(this.source, inner ? spanOf(inner, this.span) : this.span, inner);
    });
  }

  /** The words of a list, or undefined when one of them is not known. */
  get words(): readonly string[] | undefined {
    const words = this.items.map(({ text }) => text);
    return this.kind === 'list' && words.every((word) => word !== undefined) ? words : undefined;
  }

  /** Where the mapping stands; undefined for what is none. */
  get place(): Place | undefined {
    const node = this.#node;
    if (!this.source.kinds.isMap(node)) return undefined;
    const span = spanOf(node, this.span);
    const keys = Object.fromEntries(this.#own.map(({ key, keySpan, item }) => [key, [keySpan[0], item.span[1]] as const]));
    const column = this.source.columnOf(span[0]);
    const isSeen = node.items.every((pair) => this.#entry(pair) !== undefined);
    const isWhole = isSeen && !this.branches && !this.source.mayAdd(span, column);
    return { span, indent: node.flow === true ? -1 : column, isWhole, keys };
  }
}

function asNode(value: unknown): Node | undefined {
  return typeof value === 'object' && value !== null && 'range' in value ? (value as Node | Alias) : undefined;
}

/** Without the comment or blank lines that follow. */
function spanOf(node: Node, fallback: Span): Span {
  return node.range ? [node.range[0], node.range[1]] : fallback;
}
