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

function unquoted(word: PlacedText): PlacedText {
  const quoted = /^(["'])(.*)\1$/su.exec(word.text);
  const inner = quoted?.[2];
  if (inner === undefined || inner.includes(quoted?.[1] ?? '') || inner.includes('\\'))
    return { ...word, text: word.text.replace(/["']/gu, '') };
  const part = partOf(word, 1, word.text.length - 1);
  return { ...part, span: placeOf(word, 0, word.text.length) };
}

/** The words in the notation of the command that they replace. */
export function writtenAs(words: readonly string[], notation: Notation): string {
  if (notation.kind === 'line') return words.map((word) => (/^[\w./:=@%+,-]+$/u.test(word) ? word : `'${word}'`)).join(' ');
  const quoted = words.map((word) => JSON.stringify(word));
  if (notation.kind === 'flow') return `[${quoted.join(', ')}]`;
  return quoted.map((word) => `- ${word}`).join(`\n${' '.repeat(notation.indent)}`);
}
