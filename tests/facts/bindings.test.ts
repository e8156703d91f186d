import { describe, expect, test } from 'vitest';
import { factsOf, sourcesOf, typeText, valueText } from './notation.js';

describe('sources', () => {
  test.each([
    ['const x = a();', [':a()']],
    ['let x; x = 1; x ??= 2; x += 3;', ['1', '2', 'op(+ x, 3)']],
    ['let x = 0; x++;', ['0', 'op(++ x)']],
    ['let x, y; y = x = a();', [':a()']],
    ['const { x } = a();', [':a() / x']],
    ['const { b: { c: x } } = a();', [':a() / b / c']],
    ["const { 'b-c': x } = a();", [':a() / b-c']],
    ['const { [k]: x } = a();', [':a() / *']],
    ['const { x = 80 } = a();', [':a() / x = 80']],
    ['const { b: { x } = {} } = a();', [':a() / b / x', '{} / x']],
    ['const { y, ...x } = a();', [':a() / ...']],
    ['const [x] = await a();', ['await :a() / *0']],
    ['const [, ...x] = a();', [':a() / ...']],
    ['let x; [x] = a();', [':a() / *0']],
    ['let x; ({ b: x = 1 } = a());', [':a() / b = 1']],
    ['for (const x of a()) ;', [':a() / *']],
    ['for (const [, x] of a()) ;', [':a() / * / *1']],
    ['for (const x in a()) ;', []],
    ['try {} catch (x) {}', []],
    ['try {} catch ({ x }) {}', []],
    ['function x() {}', ['fn1']],
    ['class x {}', ['class0']],
    ['const A = class x {};', ['class0']],
    ['function f(x) {}', ['#0']],
    ['function f(a, x = 1) {}', ['#1 = 1']],
    ['function f({ x }) {}', ['#0 / x']],
    ['function f({ x } = {}) {}', ['#0 / x', '{} / x']],
    ['function f(a, ...x) {}', ['#1 / ...']],
    ['function f(this: A, x) {}', ['#0']],
    ['class A { constructor(private x: B = c()) {} }', ['#0 = :c()']],
    ["import x = require('x');", []],
    ['import x = a.b.c;', [':a.b.c']],
    ['enum x { A, B = 5, C, D = "d", E = f() }', ['{A: 0, B: 5, C: 6, D: "d", E: :f()}']],
    ['namespace x { export const b = 1; const c = 2; export function d() {} }', ['{b: b, d: d}']],
    ["const x = require('x').y;", ['require(x).y']],
    ['var x = 1; var x = 2;', ['1', '2']],
  ])('%s', (text, expected) => {
    expect(sourcesOf('x', factsOf(text))).toEqual(expected);
  });
});

describe('kinds and owners', () => {
  test('every variable is listed once, in the order of the text', () => {
    const text = `import a from 'a'; const b = 1; let c; var d; using e = f();
      function g(h) { var i; if (h) { let j; } }
      class K { m() { K; } } try {} catch (l) {} enum N {} namespace O { export const p = 1; }`;
    const listed = factsOf(text).bindings.map(({ name, kind, owner }) => `${kind} ${name} ${owner}`);
    expect(listed).toEqual([
      'import a 0',
      'const b 0',
      'let c 0',
      'var d 0',
      'using e 0',
      'function g 0',
      'parameter h 1',
      'var i 1',
      'let j 1',
      'class K 0',
      'catch l 0',
      'enum N 0',
      'const O 0',
      'const p 0',
    ]);
  });

  test('a class has one binding inside and outside, a named function expression belongs outside', () => {
    const facts = factsOf('class A { m() { A; } } A; (function f() { f; });');
    expect(facts.bindings.map(({ name, owner }) => [name, owner])).toEqual([
      ['A', 0],
      ['f', 0],
    ]);
  });

  test('types, overloads, declarations without a body and the parameters of types are no bindings', () => {
    const text =
      'type A<T> = (b: T) => void; interface C { d(e: string): void } declare const f: string; function g(h: string): void; abstract class I { abstract j(k: string): void }';
    expect(factsOf(text).bindings.map(({ name }) => name)).toEqual(['I']);
  });

  test('the span is the name alone', () => {
    const text = 'class A { m(@Q("src") src?: string, @Q() b = 1) {} } let c!: Pool;';
    const names = factsOf(text).bindings.map(({ span }) => text.slice(...span));
    expect(names).toEqual(['A', 'src', 'b', 'c']);
  });

  test('`with` and `eval` leave declared names declared', () => {
    const facts = factsOf('var a; function f(b) { eval("1"); with (b) { a(b); } }', 'script.js');
    const [, step] = facts.functions[1]?.body.slice(1) ?? [];
    expect(step?.kind === 'evaluate' && valueText(step.value, facts)).toBe('a(b)');
  });
});

describe('imported names', () => {
  test.each([
    ["import x from 'm';", 'default'],
    ["import * as x from 'm';", '*'],
    ["import { x } from 'm';", 'x'],
    ["import { y as x } from 'm';", 'y'],
    ["import { 'y z' as x } from 'm';", 'y z'],
    ["import x = require('m');", '*'],
    ["import type { x } from 'm';", 'x'],
  ])('%s', (text, name) => {
    expect(factsOf(text).bindings[0]?.imported).toEqual({ specifier: 'm', name });
  });
});

describe('types that stand in the text', () => {
  test.each([
    ['let x: Pool;', 'Pool'],
    ["import type { Pool } from 'pg'; let x: Pool;", 'Pool!'],
    ["import http from 'http'; let x: http.Server;", 'http.Server!'],
    ['let x: Promise<Pool>;', 'Promise<Pool>'],
    ['let x: Map<string, Pool[]>;', 'Map<string, Pool[]>'],
    ['let x: Pool | null | undefined;', 'Pool'],
    ['let x: Pool | Client;', 'Pool | Client'],
    ['let x: A & B;', 'A | B'],
    ['let x: readonly Pool[];', 'Pool[]'],
    ['let x: [Pool, b: Client];', 'Pool | Client[]'],
    ['let x: (a: string) => void;', '-'],
    ['let x: { a: string };', '-'],
    ['let x: typeof a;', '-'],
    ['function f(x: Pool) {}', 'Pool'],
    ['function f(x: Pool = a()) {}', 'Pool'],
    ['function f(...x: Pool[]) {}', 'Pool[]'],
  ])('%s', (text, expected) => {
    expect(typeText(factsOf(text).bindings.find(({ name }) => name === 'x')?.type)).toBe(expected);
  });
});
