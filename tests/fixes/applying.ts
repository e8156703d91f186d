/** Runs a verb on a text and gives the text after it, having checked that both parsers still read it. */
import { parse } from '@typescript-eslint/parser';
import { parseSync } from 'oxc-parser';
import { expect } from 'vitest';
import type { Span } from '../../src/facts/module-facts.js';
import { parseModule } from '../../src/facts/parse.js';
import type { Edits, Source } from '../../src/fixes/source.js';

export function sourceOf(text: string, path: string): Source {
  const facts = parseModule(text, path);
  if (!facts) throw new Error(`does not parse: ${text}`);
  return { path, text, facts };
}

/** Where a piece of the text stands; the first time it does. */
export function spanOf({ text }: Source, piece: string): Span {
  const start = text.indexOf(piece);
  if (start < 0) throw new Error(`no ${piece} in ${text}`);
  return [start, start + piece.length];
}

export function apply({ text, path }: Source, edits: Edits): string | undefined {
  if (!edits) return undefined;
  const sorted = edits.toSorted((one, other) => one.span[0] - other.span[0] || one.span[1] - other.span[1]);
  let end = 0;
  let result = '';
  for (const { span, text: inserted } of sorted) {
    if (span[0] < end) throw new Error(`overlapping edits: ${JSON.stringify(sorted)}`);
    result += text.slice(end, span[0]) + inserted;
    [, end] = span;
  }
  result += text.slice(end);
  expectToParse(result, path);
  return result;
}

function expectToParse(text: string, path: string): void {
  const isModule = /\.[cm]?ts$|\.mjs$/u.test(path) || /^(?:import|export)\b/mu.test(text);
  expect(parseSync(path, text, { sourceType: isModule ? 'module' : 'commonjs' }).errors, text).toEqual([]);
  expect(() => parse(text, { sourceType: isModule ? 'module' : 'script', filePath: path }), text).not.toThrow();
}

/** Without the indentation of the test itself, tabs and relative indentation kept. */
export function code(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const text = String.raw({ raw: strings }, ...values).replace(/^\n/u, '');
  const lines = text.split('\n');
  const margin = Math.min(...lines.filter((line) => line.trim() !== '').map((line) => /^ */u.exec(line)?.[0].length ?? 0));
  return lines
    .map((line) => line.slice(margin))
    .join('\n')
    .replace(/\n *$/u, '\n');
}
