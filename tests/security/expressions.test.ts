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
  .filter((name) => name.endsWith('.ts') && !name.includes('catalogue/'))
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

/** Characters: what is quadratic takes a hundredth of a second, what is worse takes minutes or for ever. */
const LENGTH = 1500;
/** Milliseconds; many times what is taken on a busy machine. */
const LIMIT = 1500;

function slowestOn(expression: Expression): number {
  const tried = new RegExp(expression.source, expression.flags.replace('y', 'g'));
  const texts = unitsFor(expression).flatMap((unit) => {
    const [first = ''] = /[A-Za-z]{2,}/u.exec(expression.source.replaceAll(/\\[a-zA-Z]/gu, ' ')) ?? [];
    const pumped = unit.repeat(LENGTH / unit.length);
    return [`${pumped}\0`, `${first}${pumped}\0`, `${first} ${pumped}${first}`];
  });
  const times = texts.map((text) => {
    const started = performance.now();
    text.replace(tried, '');
    return performance.now() - started;
  });
  return Math.max(...times);
}

test('no expression takes long', { timeout: 60_000 }, () => {
  expect(expressions.length).toBeGreaterThan(300);
  expect(expressions.filter((expression) => slowestOn(expression) > LIMIT).map(({ where }) => where)).toEqual([]);
});
