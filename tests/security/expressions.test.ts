/** Every regular expression of the plugin, on long texts of what it likes to read: the time must not explode with their length. */
import fs from 'node:fs';
import path from 'node:path';
import { parseSync, Visitor } from 'oxc-parser';
import { expect, test } from 'vitest';
import { repository } from '../package/built.js';

interface Expression {
  readonly where: string;
  readonly source: string;
  readonly flags: string;
}

function expressionsIn(name: string): readonly Expression[] {
  const text = fs.readFileSync(path.join(repository, name), 'utf8');
  const found: Expression[] = [];
  const visitor = new Visitor({
    Literal: (literal) => {
      if (!('regex' in literal)) return;
      const where = `${name}:${String(text.slice(0, literal.start).split('\n').length)}`;
      found.push({ where, source: literal.regex.pattern, flags: literal.regex.flags });
    },
  });
  visitor.visit(parseSync(name, text).program);
  return found;
}

const expressions = ['src', 'rules']
  .flatMap((folder) =>
    fs.readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
  )
  .filter((name) => name.endsWith('.ts') && !name.includes('catalogue/libraries/'))
  .sort()
  .flatMap(expressionsIn);

/** What is repeated, beside the words and signs that stand in the expression itself. */
const UNITS = [
  ' ',
  '\t',
  '\n',
  'a',
  '$',
  '0',
  '\\',
  '"',
  "'",
  '`',
  '/',
  '/*\n',
  '{{ ',
  '${',
  '{',
  '(',
  '[',
  '<',
  '.',
  ':',
  '=',
  '- ',
  'a.',
  '"\\',
  "'\\",
];

function unitsFor({ source }: Expression): readonly string[] {
  const words = source.replaceAll(/\\[\s\S]|[^A-Za-z]+/gu, ' ').split(' ');
  const own = [...new Set(words.filter((word) => word.length > 1))].slice(0, 6);
  return [...UNITS, ...own, ...own.map((word) => `${word} `), ...own.map((word) => `${word}(`), ...own.map((word) => `{${word}`)];
}

/** Characters, one after the other: what is worse than quadratic must not come to the longest, since it would never end there. */
const LENGTHS = [1500, 6000, 20_000];
/** Milliseconds; a quadratic search takes longer for the longest text, a linear one a thousandth. */
const LIMIT = 400;

function textsOf(expression: Expression, length: number): readonly string[] {
  const [first = ''] = /[A-Za-z]{2,}/u.exec(expression.source.replaceAll(/\\[a-zA-Z]/gu, ' ')) ?? [];
  return unitsFor(expression).flatMap((unit) => {
    const pumped = unit.repeat(length / unit.length);
    const spaced = pumped.slice(0, length / 2) + ' '.repeat(length / 2);
    return [`${pumped}\0`, `${first}${pumped}\0`, `${first} ${pumped}${first}`, `${first} ${spaced}\0`, `${spaced}\n${first}`];
  });
}

function timeOf(tried: RegExp, text: string): number {
  const started = performance.now();
  text.replace(tried, '');
  return performance.now() - started;
}

/** A pause of the machine is not the expression's fault, and does not come three times. */
function isSlow(expression: Expression): boolean {
  const tried = new RegExp(expression.source, expression.flags);
  return LENGTHS.some((length) => textsOf(expression, length).some((text) => [1, 2, 3].every(() => timeOf(tried, text) > LIMIT)));
}

test('no expression takes long', { timeout: 240_000 }, () => {
  expect(expressions.length).toBeGreaterThan(400);
  expect(expressions.filter(isSlow).map(({ where }) => where)).toEqual([]);
});
