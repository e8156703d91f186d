import { describe, expect, test } from 'vitest';
import { factsOf, valueText } from './notation.js';

/** The value of `const it = …` where a and b are variables. */
function lowered(expression: string, path?: string): string {
  const facts = factsOf(`let a, b;\nconst it = ${expression};`, path);
  const declare = facts.functions[0]?.body.at(-1);
  return declare?.kind === 'declare' ? valueText(declare.value, facts) : expect.fail();
}

describe('names and members', () => {
  test.each([
    ['a', 'a'],
    ['process', ':process'],
    ['undefined', ':undefined'],
    ['arguments', ':arguments'],
    ['import.meta.url', ':import.meta.url'],
    ['function () { return new.target }', 'fn1'],
    ['this', 'this'],
    ['a.b.c', 'a.b.c'],
    ["a['b']", 'a.b'],
    ['a[`b`]', 'a.b'],
    ['a[0]', 'a.0'],
    ['a[b]', 'a[b]'],
    ['a[Symbol.asyncDispose]()', 'a.@@asyncDispose()'],
    ['a?.b', 'a?.b'],
    ['a?.b.c', 'a?.b.c'],
    ['a?.()', 'a?.()'],
    ['(a?.b).c', 'a?.b.c'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression)).toBe(expected);
  });
});

describe('what TypeScript wraps around a value vanishes', () => {
  test.each([
    ['a as any', 'a'],
    ['(a as any).b', 'a.b'],
    ['<any>a', 'a'],
    ['a!', 'a'],
    ['a!.b!()', 'a.b()'],
    ['a satisfies object', 'a'],
    ['a<string>', 'a'],
    ['new Map<string, number>()', 'new :Map<string, number>()'],
    ['((a))', 'a'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression)).toBe(expected);
  });
});

describe('literals', () => {
  test.each([
    ["'text'", '"text"'],
    ['`text`', '"text"'],
    ['`a${a}b${b}c`', 'template("a" "b" "c"; a, b)'],
    ['12', '12'],
    ['12n', '12'],
    ['1e999', ':Infinity'],
    ['null', 'null'],
    ['true', 'true'],
    ['/x/giy', '/x/giy'],
    ['-1', '-1'],
    ['-a', 'op(- a)'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression)).toBe(expected);
  });
});

describe('calls and imports', () => {
  test.each([
    ['a(b, ...b)', 'a(b, ...b)'],
    ['new a', 'new a()'],
    ['a.b<Pool, http.Server[]>(1)', 'a.b<Pool, http.Server[]>(1)'],
    ['a.b().c(1)', 'a.b().c(1)'],
    ['a`x${b}y`', 'a(template("x" "y"; b))'],
    ["require('x')", 'require(x)'],
    ['require(`x`)', 'require(x)'],
    ['require(a)', 'require(a)'],
    ["require.resolve('x')", ':require.resolve("x")'],
    ["import('x')", 'import(x)'],
    ["await import('x')", 'await import(x)'],
    ['import(`./${a}.js`)', 'import(template("./" ".js"; a))'],
    ['(() => a)()', 'fn1()'],
    ['(function () {})()', 'fn1()'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression)).toBe(expected);
  });

  test('a require of its own name is no import', () => {
    const facts = factsOf("function require(x) {}\nrequire('x');");
    expect(facts.imports).toEqual([]);
  });

  test.each([
    "import { createRequire } from 'node:module'; const load = createRequire(import.meta.url); load('x');",
    "import { createRequire as make } from 'module'; const load = make(import.meta.url); load('x');",
    "import module from 'node:module'; const load = module.createRequire(import.meta.url); load('x');",
    "import module from 'node:module'; module.createRequire(import.meta.url)('x');",
  ])('%s', (text) => {
    expect(factsOf(text).imports.map(({ specifier, kind }) => `${kind} ${specifier}`)).toContain('require x');
  });
});

describe('objects and arrays', () => {
  test.each([
    ['{ a, b: 1, "c-d": 2, 3: 4 }', '{a: a, b: 1, c-d: 2, 3: 4}'],
    ['{ a() {}, get b() { return 1 }, set b(v) {}, async *c() {} }', '{method a: fn1, get b: fn2, set b: fn3, method c: fn4}'],
    ['{ [a]: 1, ["b"]: 2, ...b }', '{[]: 1, b: 2, ...b}'],
    ['{ async [Symbol.asyncDispose]() {} }', '{method @@asyncDispose: fn1}'],
    ['[a, , ...b]', '[a, unknown(), ...b]'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression)).toBe(expected);
  });
});

describe('operators', () => {
  test.each([
    ['a ? b : 1', '(a ? b : 1)'],
    ['a || b || 1', '(a || b || 1)'],
    ['a ?? b', '(a ?? b)'],
    ['a && b || 1', '((a && b) || 1)'],
    ['a || (b || 1)', '(a || (b || 1))'],
    ['a + b + 1', 'op(+ a, b, 1)'],
    ['a - b + 1', 'op(+ op(- a, b), 1)'],
    ['typeof a === "x"', 'op(=== op(typeof a), "x")'],
    ['void a()', 'op(void a())'],
    ['(a, b)', 'op(, a, b)'],
    ['a++', 'op(++ a)'],
    ['a = b', '(a = b)'],
    ['a ??= b', '(a ??= b)'],
    ['a.b = 1', '(a.b = 1)'],
    ['[a, b] = [1, 2]', '(<a b> = [1, 2])'],
    ['undeclared = 1', '(<> = 1)'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression)).toBe(expected);
  });
});

describe('values of other syntax keep what is evaluated inside', () => {
  test.each([
    ['<p x={a} {...b}>text {a()} <q>{b}</q><></></p>', 'unknown(a, b, a(), unknown(b), unknown())'],
    ['<Foo.Bar y="1" z />', 'unknown("1")'],
    ['function* () { a = yield b; yield* b }', 'fn1'],
  ])('%s', (expression, expected) => {
    expect(lowered(expression, 'module.jsx')).toBe(expected);
  });

  test('yield', () => {
    const facts = factsOf('function* f() { yield a(); }');
    const [step] = facts.functions[1]?.body ?? [];
    expect(step?.kind === 'evaluate' && valueText(step.value, facts)).toBe('unknown(:a())');
  });
});
