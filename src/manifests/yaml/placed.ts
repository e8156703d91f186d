import type { Span } from '../../facts/module-facts.js';
import { decoded } from '../json-strings.js';
import { verbatim, type PlacedText } from '../placed-text.js';
import type { Item } from './item.js';

/** The text of a scalar with the place of each character, where its notation shows them; undefined for an unknown one. */
export function placedText(item: Item): PlacedText | undefined {
  return item.raw === undefined ? undefined : placedScalar(item.source.text, item.span, item.raw);
}

/** The same for a scalar that was read before: the file, its place, what it says. */
export function placedScalar(file: string, span: Span, raw: string): PlacedText {
  const written = file.slice(...span);
  if (written === raw) return verbatim(raw, span[0]);
  if (written.startsWith("'") && written.slice(1, -1) === raw) return { ...verbatim(raw, span[0] + 1), span };
  if (written.startsWith('"') && !/[\r\n]/u.test(written)) {
    const placed = decoded(verbatim(written, span[0]), 0, written.length);
    if (placed.text === raw) return placed;
  }
  return inBlock(raw, written, span) ?? { text: raw, span };
}

/** `|` and a text that is indented: each line of the text is the end of a line of the file. */
function inBlock(raw: string, written: string, span: Span): PlacedText | undefined {
  if (!/^\|[-+]?\s*(?:#.*)?\r?\n/u.test(written)) return undefined;
  const offsets: number[] = [];
  let at = written.indexOf('\n') + 1;
  for (const line of raw.split('\n')) {
    const end = written.indexOf('\n', at) < 0 ? written.length : written.indexOf('\n', at);
    const indent = written.slice(at, end).length - line.length;
    if (indent < 0 || written.slice(at + indent, end) !== line) return undefined;
    for (let index = 0; index <= line.length; index += 1) offsets.push(span[0] + at + indent + index);
    at = Math.min(end + 1, written.length);
  }
  return { text: raw, span, offsets };
}
