import type { Span } from '../facts/module-facts.js';

/**
 * A piece of a file's meaning with the place of each of its characters, so that a finding can point into a command that
 * is written over three lines, in JSON strings, with escapes.
 */
export interface PlacedText {
  readonly text: string;
  /** All of it in the file, quotes included. */
  readonly span: Span;
  /** Where each character of `text` begins in the file, and where the last one ends. Absent when a notation hides it. */
  readonly offsets?: readonly number[];
}

/** The place of a part; all of the text where the notation hides its parts. */
export function placeOf(placed: PlacedText, start: number, end: number): Span {
  const first = placed.offsets?.[start];
  const last = end > start ? placed.offsets?.[end - 1] : first;
  if (first === undefined || last === undefined) return placed.span;
  return [first, end > start ? last + 1 : last];
}

/** Whether an edit of the text is an edit of the file: nothing is hidden, escaped or continued between the two ends. */
export function isVerbatim(placed: PlacedText, start: number, end: number): boolean {
  const { offsets } = placed;
  const first = offsets?.[start];
  const last = offsets?.[end];
  return first !== undefined && last !== undefined && last - first === end - start;
}

/** A part of a placed text. */
export function partOf(placed: PlacedText, start: number, end: number): PlacedText {
  const text = placed.text.slice(start, end);
  if (!placed.offsets) return { text, span: placed.span };
  return { text, span: placeOf(placed, start, end), offsets: placed.offsets.slice(start, end + 1) };
}

/** Text that stands in the file as it is. */
export function verbatim(text: string, start: number): PlacedText {
  const offsets = Array.from({ length: text.length + 1 }, (_, index) => start + index);
  return { text, span: [start, start + text.length], offsets };
}

/** Without the blanks at both ends. */
export function trimmed(placed: PlacedText): PlacedText {
  const start = placed.text.length - placed.text.trimStart().length;
  return partOf(placed, start, Math.max(start, placed.text.trimEnd().length));
}
