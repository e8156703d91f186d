/** The text with everything blanked out that is no code, so that punctuation can be searched for. */
import { literalsIn } from './literals.js';
import type { Source } from './source.js';

/** Same length and lines: comments are spaces, literals underscores. */
export function codeOf(source: Source): string {
  const known = codes.get(source);
  if (known !== undefined) return known;
  const code = blanked(source.text);
  codes.set(source, code);
  return code;
}

const codes = new WeakMap<Source, string>();

function blanked(text: string): string {
  let code = '';
  let end = 0;
  for (const { start, part, isComment } of literalsIn(text)) {
    const blank = isComment ? ' ' : '_';
    code += text.slice(end, start) + part.replace(/[^\n\r]/gu, (character) => blank.repeat(character.length));
    end = start + part.length;
  }
  return code + text.slice(end);
}

export function hasComment(text: string): boolean {
  return commentsIn(text).length > 0;
}

export function commentsIn(text: string): readonly string[] {
  return literalsIn(text).flatMap(({ part, isComment }) => (isComment ? [part] : []));
}

/** Starts of the lines after the first between two offsets, except those inside a template or another literal. */
export function lineStartsWithin(source: Source, start: number, end: number): number[] {
  const templates = literalsIn(source.text).filter(({ part }) => part.startsWith('`'));
  const isInLiteral = (position: number): boolean =>
    templates.some((template) => template.start < position && position < template.start + template.part.length);
  return [...source.text.slice(start, end).matchAll(/\n(?=[^\r\n])/gu)]
    .map(({ index }) => start + index + 1)
    .filter((position) => !isInLiteral(position));
}

const CLOSERS: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The innermost braces around a position, from the opening one to after the closing one. */
export function blockAround(source: Source, position: number): readonly [number, number] | undefined {
  const code = codeOf(source);
  const start = openingBefore(code, position);
  return start === undefined ? undefined : [start, closingAfter(code, start)];
}

/** As `blockAround`, for the place where a variable is declared: the braces of `const { pool } = …` are no block. */
export function scopeAround(source: Source, position: number): readonly [number, number] | undefined {
  const block = blockAround(source, position);
  const isPattern = block !== undefined && /^\s*(?:=(?![=>])|of\b)/u.test(codeOf(source).slice(block[1], block[1] + PATTERN_END));
  return isPattern ? scopeAround(source, block[0]) : block;
}

/** Characters after a pattern in which its `=` stands. */
const PATTERN_END = 80;

function openingBefore(code: string, position: number): number | undefined {
  let depth = 0;
  for (let index = position - 1; index >= 0; index -= 1) {
    const character = code[index];
    if (character === '}') depth += 1;
    if (character === '{' && depth === 0) return index;
    if (character === '{') depth -= 1;
  }
  return undefined;
}

/** The offset after the bracket that closes the one at `start`. */
export function closingAfter(code: string, start: number): number {
  const opening = code[start] ?? '';
  const closing = CLOSERS[opening];
  let depth = 0;
  for (let index = start; index < code.length; index += 1) {
    if (code[index] === opening) depth += 1;
    if (code[index] === closing) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return code.length;
}
