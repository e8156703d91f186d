import type { Span } from '../../facts/module-facts.js';

/** A text of the same length that a YAML parser can read. */
export interface Masked {
  readonly text: string;
  /** Template actions that stood inside a line: what they touch is unknown. */
  readonly holes: readonly Span[];
  /** Lines that held nothing but template actions: among them there may be keys. */
  readonly gaps: readonly Span[];
}

/** Templates of Helm, Jinja and the like. One that never ends is none. */
const ACTION = /\{\{(?:[^}]|\}(?!\}))*\}\}|\{%(?:[^%]|%(?!\}))*%\}/gu;

/**
 * Blanks out template actions without moving anything, so that each position of the masked text is one of the file. Measured on the
 * templates of three public charts: 11 of 52 parse as they are, all 52 masked.
 */
export function maskTemplates(text: string): Masked {
  if (!text.includes('{{') && !text.includes('{%')) return { text, holes: [], gaps: [] };
  const spans = [...text.matchAll(ACTION)].map((match): Span => [match.index, match.index + match[0].length]);
  const holes: Span[] = [];
  const gaps: Span[] = [];
  const parts: string[] = [];
  let done = 0;
  for (const [start, end] of joined(text, spans)) {
    const isAlone = standsAlone(text, start, end);
    (isAlone ? gaps : holes).push([start, end]);
    parts.push(text.slice(done, start), filled(text.slice(start, end), isAlone ? ' ' : '_'));
    done = end;
  }
  parts.push(text.slice(done));
  return { text: parts.join(''), holes, gaps };
}

/** Actions on one line with only blanks between them are one. */
function joined(text: string, spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans) {
    const before = all.at(-1);
    if (before && /^[ \t]*$/u.test(text.slice(before[1], span[0]))) all[all.length - 1] = [before[0], span[1]];
    else all.push(span);
  }
  return all;
}

function standsAlone(text: string, start: number, end: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  const newline = text.indexOf('\n', end);
  const after = text.slice(end, newline < 0 ? undefined : newline);
  return before.trim() === '' && /^\s*(?:#.*)?$/u.test(after);
}

function filled(action: string, filler: string): string {
  return action.replace(/[^\r\n]/gu, filler);
}
