import type { Span } from '../../facts/module-facts.js';
import { partOf, placeOf, type PlacedText } from '../placed-text.js';
import type { Item } from '../yaml/item.js';
import { placedText } from '../yaml/placed.js';

/** Where a command stands, and how another one would be written in its place. */
export interface Written {
  readonly span: Span;
  readonly notation: Notation;
}

/** A command as a manifest writes it. */
export interface CommandText extends Written {
  readonly words: readonly PlacedText[];
}

/** `flow` is `["a", "b"]`, `block` has a line for each word, `line` is one text of words. */
export type Notation = { readonly kind: 'flow' } | { readonly kind: 'line' } | { readonly kind: 'block'; readonly indent: number };

/** A list of words, or one text that is split into words without a shell; undefined when a part of it is not known. */
export function commandText(item: Item | undefined): CommandText | undefined {
  if (!item) return undefined;
  if (item.kind === 'scalar') {
    const placed = placedText(item);
    return placed && { words: wordsIn(placed), span: item.span, notation: { kind: 'line' } };
  }
  const words = item.items.map((one) => placedText(one));
  const known = words.filter((word) => word !== undefined);
  if (item.kind !== 'list' || known.length < words.length || known.length === 0) return undefined;
  const first = item.items[0]?.span[0] ?? item.span[0];
  const last = item.items.at(-1)?.span[1] ?? item.span[1];
  const isFlow = item.source.text.charAt(item.span[0]) === '[';
  if (isFlow) return { words: known, span: item.span, notation: { kind: 'flow' } };
  const dash = item.source.text.lastIndexOf('-', first);
  return { words: known, span: [dash, last], notation: { kind: 'block', indent: item.source.columnOf(dash) } };
}

const WORD = /(?:"(?:[^"\\]|\\.)*"|'[^']*'|\\.|[^\s"'\\])+/gsu;

/** Words as Compose and systemd split them: quotes hold together, nothing is filled in. */
export function wordsIn(line: PlacedText): readonly PlacedText[] {
  return [...line.text.matchAll(WORD)].map((match) => unquoted(partOf(line, match.index, match.index + match[0].length)));
}

/** `a"b c"'d'` is `ab cd`; each character keeps its place in the file. */
function unquoted(word: PlacedText): PlacedText {
  const kept: number[] = [];
  let quote = '';
  for (let at = 0; at < word.text.length; at += 1) {
    const char = word.text.charAt(at);
    const isQuote = quote === '' ? /["']/u.test(char) : char === quote;
    const escapes = char === '\\' && (quote === '' || (quote === '"' && /["\\$`]/u.test(word.text.charAt(at + 1))));
    if (escapes) at += 1;
    if (isQuote) quote = quote === '' ? char : '';
    else kept.push(at);
  }
  const text = kept.map((at) => word.text.charAt(at)).join('');
  const span = placeOf(word, 0, word.text.length);
  const places = [...kept, (kept.at(-1) ?? 0) + 1].map((at) => word.offsets?.[at]).filter((offset) => offset !== undefined);
  return { text, span, ...(places.length === text.length + 1 && { offsets: places }) };
}

/** The words in the notation of the command that they replace. */
export function writtenAs(words: readonly string[], notation: Notation): string {
  if (notation.kind === 'line') return words.map((word) => (/^[\w./:=@%+,-]+$/u.test(word) ? word : `'${word}'`)).join(' ');
  const quoted = words.map((word) => JSON.stringify(word));
  if (notation.kind === 'flow') return `[${quoted.join(', ')}]`;
  return quoted.map((word) => `- ${word}`).join(`\n${' '.repeat(notation.indent)}`);
}
