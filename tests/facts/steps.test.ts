import { describe, expect, test } from 'vitest';
import { factsOf, stepsText } from './notation.js';

function lowered(text: string, path?: string): string {
  const facts = factsOf(text, path);
  return stepsText(facts.functions[0]?.body ?? [], facts);
}

describe('steps', () => {
  test.each([
    ['a(); b();', ':a(); :b()'],
    ["'use strict'; a();", ':a()'],
    ['const a = 1, { b } = f();', 'let a = 1; let <b> = :f()'],
    ['let a;', 'let a = -'],
    ['using a = f();', 'using a = :f()'],
    ['await using a = f();', 'await using a = :f()'],
    ['function f() {}', ''],
    ['class A {}', 'let A = class0'],
    ['{ a() }', '{:a()}'],
    ['if (a) b(); else { c(); }', 'if :a {:b()} else {:c()}'],
    ['if (a) { b() }', 'if :a {:b()} else {}'],
    ['while (a) b();', 'while(; :a; -) {:b()}'],
    ['do { b() } while (a);', 'do(; :a; -) {:b()}'],
    ['for (let i = 0; i < 3; i++) a(i);', 'for(let i = 0; op(< i, 3); op(++ i)) {:a(i)}'],
    ['for (;;) ;', 'for(; -; -) {}'],
    ['for (const a of f()) a();', 'of(a of :f()) {a()}'],
    ['for (const [a, b] of f()) a(b);', 'of(<a b> of :f()) {a(b)}'],
    ['for await (const a of f()) a();', 'await-of(a of :f()) {a()}'],
    ['for (const a in f()) a;', 'in(a of :f()) {a}'],
    ['let a; for (a of f()) ;', 'let a = -; of(a of :f()) {}'],
    ['for (this.a of f()) ;', 'of(this.a of :f()) {}'],
    ['x: for (;;) { continue x; }', 'x: for(; -; -) {continue x}'],
    ['x: { break x; }', 'x: {break x}'],
    ['x: if (a) break x;', 'x: {if :a {break x} else {}}'],
    ['try { a() } catch { b() }', 'try {:a()} catch {:b()} finally -'],
    ['try { a() } catch (e) { b(e) } finally { c() }', 'try {:a()} catch (e) {:b(e)} finally {:c()}'],
    ['try { a() } finally { c() }', 'try {:a()} catch - finally {:c()}'],
    ['try { a() } catch ({ code }) { b(code) }', 'try {:a()} catch {:b(code)} finally -'],
    ['switch (a) { case 1: b(); break; default: c() }', 'switch :a 1 {:b(); break} - {:c()}'],
    ['throw new Error()', 'throw new :Error()'],
    ['debugger; ;', ''],
    ['await a()', 'await :a()'],
  ])('%s', (text, expected) => {
    expect(lowered(text)).toBe(expected);
  });

  test('a body ends with what it returns', () => {
    const facts = factsOf('const f = () => a(); function g() { return; } async () => { return await a(); };');
    const bodies = facts.functions.slice(1).map(({ body }) => stepsText(body, facts));
    expect(bodies).toEqual(['return :a()', 'return', 'return await :a()']);
  });

  test('a script may return at its top and use with', () => {
    expect(lowered('with (a) { b() } return;', 'script.js')).toBe(':a; :b(); return');
  });
});

describe('TypeScript', () => {
  test.each([
    ['type A = string; interface B {} declare const c: string; declare function d(): void; declare class E {}', ''],
    ['declare global { interface Window {} } declare module "x" { const a: string }', ''],
    ['function f(a: string): void; function f(a: unknown) {}', ''],
    ['namespace N { a(); export const b = 1; }', ':a(); let b = 1'],
    ['enum E { A = 1 }', ''],
    ['abstract class A { abstract a(): void; }', 'let A = class0'],
    ['import A = B.C;', ''],
  ])('%s', (text, expected) => {
    expect(lowered(text)).toBe(expected);
  });
});

describe('spans', () => {
  test('are UTF-16 offsets of the step and of the value', () => {
    const text = "/* 😀é */ const server = createServer('ü');";
    const [step] = factsOf(text).functions[0]?.body ?? [];
    expect(step && text.slice(...step.span)).toBe("server = createServer('ü')");
    expect(step?.kind === 'declare' && step.value && text.slice(...step.value.span)).toBe("createServer('ü')");
  });

  test('a statement includes its semicolon, parentheses are no part of a value', () => {
    const text = '(a)();';
    expect(factsOf(text).functions[0]?.body).toEqual([
      {
        kind: 'evaluate',
        span: [0, 6],
        value: {
          kind: 'call',
          callee: { kind: 'global', name: 'a', span: [1, 2] },
          args: [],
          construct: false,
          optional: false,
          span: [0, 5],
        },
      },
    ]);
  });
});
