import { partOf, placeOf, type PlacedText } from './placed-text.js';

/** In a valid text each has an end; without one, what follows is not searched again from each of its characters. */
const STRING = /"(?:[^"\\]|\\.)*"?/gu;
const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };

/** The strings of a JSON array of nothing but strings; undefined for every other text. */
export function jsonStrings(placed: PlacedText): readonly PlacedText[] | undefined {
  if (!isArrayOfStrings(placed.text)) return undefined;
  return [...placed.text.matchAll(STRING)].map((match) => decoded(placed, match.index, match.index + match[0].length));
}

function isArrayOfStrings(text: string): boolean {
  if (!text.trimStart().startsWith('[')) return false;
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) && value.every((item) => typeof item === 'string');
  } catch {
    return false;
  }
}

/** What stands between the quotes of a string, with the place of each character. */
export function decoded(placed: PlacedText, start: number, end: number): PlacedText {
  const span = placeOf(placed, start, end);
  let text = '';
  const offsets: number[] = [];
  for (let index = start + 1; index < end - 1;) {
    const { character, length } = characterAt(placed.text, index);
    text += character;
    const [from] = placeOf(placed, index, index);
    offsets.push(from);
    index += length;
  }
  const [last] = placeOf(placed, end - 1, end - 1);
  return placed.offsets ? { text, span, offsets: [...offsets, last] } : { text, span: partOf(placed, start, end).span };
}

function characterAt(text: string, index: number): { readonly character: string; readonly length: number } {
  const character = text.charAt(index);
  if (character !== '\\') return { character, length: 1 };
  const escaped = text.charAt(index + 1);
  if (escaped === 'u') return { character: String.fromCharCode(parseInt(text.slice(index + 2, index + 6), 16)), length: 6 };
  return { character: ESCAPES[escaped] ?? escaped, length: 2 };
}
