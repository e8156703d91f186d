import { describe, expect, test } from 'vitest';
import { parseModule } from '../../src/facts/parse.js';
import { factsOf } from './notation.js';

describe('languages by extension', () => {
  test.each([
    ['a.js', 'const a = <p />;'],
    ['a.mjs', 'await a();'],
    ['a.cjs', 'return;'],
    ['a.js', 'with (a) {} var b = 010;'],
    ['a.js', 'const a: string = b;'],
    ['a.ts', 'const a = <any>b;'],
    ['a.mts', 'enum A {}'],
    ['a.cts', "import a = require('a'); export = a;"],
    ['a.tsx', 'const a = <p>{b as any}</p>;'],
    ['a.ts', 'return;'],
  ])('%s: %s', (path, text) => {
    expect(parseModule(text, path)).toBeDefined();
  });

  test.each([
    ['a.js', 'const = 1;'],
    ['a.ts', 'const a = <p />;'],
    ['a.js', 'a('],
  ])('%s is not read when it is wrong: %s', (path, text) => {
    expect(parseModule(text, path)).toBeUndefined();
  });

  test.each(['&&', '||'])('a condition of two thousand parts, joined by %s, is no reason to read nothing', (operator) => {
    const parts = Array.from({ length: 2000 }, (_, at) => `a${String(at)}`).join(` ${operator} `);
    expect(parseModule(`if (${parts}) b();\nconst c = ${parts} && d();`, 'a.js')).toBeDefined();
  });

  test('a long list of statements without semicolons that end in tags is not taken for one that nests', () => {
    const line = (at: number): string => `export const icon${String(at)} = () => <>icon</>\n`;
    expect(parseModule(Array.from({ length: 2000 }, (_, at) => line(at)).join(''), 'a.tsx')).toBeDefined();
  });

  test('an empty module', () => {
    const facts = factsOf('', 'a.js');
    const empty = {
      id: 0,
      span: [0, 0],
      bodySpan: [0, 0],
      async: false,
      generator: false,
      arrow: false,
      owner: -1,
      parameters: [],
      body: [],
    };
    expect(facts).toEqual({
      hashbang: false,
      format: 'script',
      imports: [],
      exports: [],
      bindings: [],
      functions: [empty],
      classes: [],
      memberWrites: [],
    });
  });
});

/** As text of the given depth. */
const DEEP: readonly (readonly [string, (depth: number) => string])[] = [
  ['functions', (depth) => `${'(() => '.repeat(depth)}1${')'.repeat(depth)}`],
  ['arrays', (depth) => `${'['.repeat(depth)}${']'.repeat(depth)}`],
  ['parentheses', (depth) => `x = ${'('.repeat(depth)}1${')'.repeat(depth)}`],
  ['blocks', (depth) => `${'{'.repeat(depth)}${'}'.repeat(depth)}`],
  ['patterns', (depth) => `let ${'['.repeat(depth)}a${']'.repeat(depth)} = b`],
  ['sums', (depth) => `a${' + a'.repeat(depth)}`],
  ['alternatives', (depth) => `a${' || a'.repeat(depth)}`],
  ['mixed alternatives', (depth) => `a${' || a && b'.repeat(depth)}`],
  ['call chains', (depth) => `a${'.b()'.repeat(depth)}`],
  ['else if', (depth) => `${'if (a) {} else '.repeat(depth)}{}`],
  ['conditions', (depth) => `${'a ? b : '.repeat(depth)}c`],
  ['negations', (depth) => `x = ${'!'.repeat(depth)}a`],
  ['assignments', (depth) => `a${' = a'.repeat(depth)}`],
  ['property assignments', (depth) => `a.b${' = a.b'.repeat(depth)}`],
  ['types', (depth) => `let x: ${'A<'.repeat(depth)}B${'>'.repeat(depth)}`],
  ['assertions', (depth) => `x = a${' as A'.repeat(depth)}`],
];

describe('nesting', () => {
  test.each(DEEP)('%s: 400 levels are read, 10,000 neither overflow the stack nor blow up', (_, text) => {
    expect(parseModule(text(400), 'a.ts')).toBeDefined();
    const size = JSON.stringify(parseModule(text(10_000), 'a.ts') ?? '').length;
    expect(size).toBeLessThan(text(10_000).length * 100);
  });

  test('a long flat chain stays complete', () => {
    const [step] = factsOf(`x${' + a()'.repeat(1000)}`).functions[0]?.body ?? [];
    expect(step?.kind === 'evaluate' && step.value.kind === 'operation' && step.value.operands.length).toBe(1001);
  });

  test('many short statements are no nesting', () => {
    expect(factsOf('a.b = c(1);\n'.repeat(20_000)).memberWrites).toHaveLength(20_000);
  });
});
