import { describe, expect, test } from 'vitest';
import { factsOf, valueText } from './notation.js';

function edgesOf(text: string): string[] {
  return factsOf(text).imports.map(({ kind, specifier }) => `${kind} ${specifier}`);
}

function exportsOf(text: string): string[] {
  const facts = factsOf(text);
  return facts.exports.map(({ name, value, from }) => `${name}: ${from ? `${from.specifier}#${from.name}` : valueText(value, facts)}`);
}

describe('edges to other modules', () => {
  test.each([
    ["import 'a'; import b from 'b'; import * as c from 'c';", ['import a', 'import b', 'import c']],
    ["import type { A } from 'a'; import { type B } from 'b'; import {} from 'c';", ['import c']],
    ["export * from 'a'; export { b } from 'b'; export type { C } from 'c'; export type * from 'd';", ['re-export a', 're-export b']],
    ["export { type A } from 'a'; export {} from 'b';", ['re-export b']],
    ["import a = require('a'); import type b = require('b');", ['require a']],
    ["f(() => import('b')); const a = require('a'); import 'c';", ['dynamic b', 'require a', 'import c']],
    ['require(a); import(a);', []],
  ])('%s', (text, expected) => {
    expect(edgesOf(text)).toEqual(expected);
  });
});

describe('exports', () => {
  test.each([
    ['export const a = 1, { b, c: [d] } = f();', ['a: a', 'b: b', 'd: d']],
    ['export function a() {} export class B {} export enum C {} export namespace D {}', ['a: a', 'B: B', 'C: C', 'D: D']],
    ['const a = 1; export { a, a as b, a as "c d" };', ['a: a', 'b: a', 'c d: a']],
    ['export default 1;', ['default: 1']],
    ['const a = 1; export default a;', ['default: a']],
    ['export default function () {}', ['default: fn1']],
    ['export default function a() {}', ['default: a']],
    ['export default class {}', ['default: class0']],
    ['export default class A {}', ['default: A']],
    ['export default { a: 1 } satisfies object;', ['default: {a: 1}']],
    ['export default interface A {}', []],
    ['interface A {} export { A }; export type B = A; export interface C {} export declare const d: string;', []],
    ["export { a, b as c, default } from 'x';", ['a: x#a', 'c: x#b', 'default: x#default']],
    ["export * from 'x'; export * as ns from 'y';", ['*: x#*', 'ns: y#*']],
    ["import a from 'a'; export { a };", ['a: a']],
    ["export import a = require('x');", ['a: a']],
    ['namespace N { export const a = 1; }', []],
    ['export function a(b: string): void; export function a(b: unknown) {}', ['a: a']],
    ['export interface A {} export class A {} export namespace A { export const b = 1; }', ['A: A']],
  ])('%s', (text, expected) => {
    expect(exportsOf(text)).toEqual(expected);
  });
});

describe('CommonJS exports', () => {
  test.each([
    ['const a = 1; module.exports = { a, b: 2 };', ['=: {a: a, b: 2}']],
    ['module.exports = function () {};', ['=: fn1']],
    ['const a = {}; exports = module.exports = a;', ['=: a']],
    ['module.exports.a = 1; exports.b = 2; exports["c"] = 3;', ['a: 1', 'b: 2', 'c: 3']],
    ['exports.a = exports.b = 1;', ['b: 1', 'a: 1']],
    ['exports.default = 1;', ['default: 1']],
    ["Object.defineProperty(exports, '__esModule', { value: true });", []],
    ["Object.defineProperty(exports, 'a', { enumerable: true, get: function () { return b.a; } });", ['a: :b.a']],
    ["Object.defineProperty(exports, 'a', { value: 1 });", ['a: 1']],
    ["tslib.__exportStar(require('./x'), exports);", ['*: ./x#*']],
    ['export = f;', ['=: :f']],
    ['function f(exports) { exports.a = 1; }', []],
  ])('%s', (text, expected) => {
    expect(exportsOf(text)).toEqual(expected);
  });

  test('a function that is exported is named after its property, and nothing is named exports', () => {
    const { functions } = factsOf('exports.stop = () => {}; module.exports = () => {};');
    expect(functions.map(({ name }) => name)).toEqual([undefined, 'stop', undefined]);
  });
});

describe('format', () => {
  test.each([
    ["import 'a';", 'esm'],
    ['export {};', 'esm'],
    ['import.meta.url;', 'esm'],
    ['await a();', 'esm'],
    ["require('a');", 'cjs'],
    ['exports.a = 1;', 'cjs'],
    ["import('a');", 'script'],
    ['async () => { await a(); };', 'script'],
    ['function f(require) { require(1); }', 'script'],
    ["import a = require('a'); export = a;", 'cjs'],
  ])('%s', (text, expected) => {
    expect(factsOf(text).format).toBe(expected);
  });

  test.each([
    ['#!/usr/bin/env node\na();', true, [20, 24]],
    ['\uFEFF#!/usr/bin/env node\na();', true, [20, 24]],
    ['\uFEFFa();', false, [0, 4]],
  ])('the byte order mark does not count and the first line may be a hashbang: %j', (text, hashbang, span) => {
    const facts = factsOf(text, 'tool.js');
    expect(facts.hashbang).toBe(hashbang);
    expect(facts.functions[0]?.body[0]?.span).toEqual(span);
  });
});

describe('writes to properties', () => {
  test.each([
    ['this.a = b();', ['this . a: :b()']],
    ['app.locals.db = 1;', [':app.locals . db: 1']],
    ['handlers[name] = f;', [':handlers . -: :f']],
    ['a.b ??= 1; a.c += 1; a.d++;', [':a . b: 1', ':a . c: op(+ :a.c, 1)', ':a . d: op(++ :a.d)']],
    ['a.b = a.c = 1;', [':a . c: 1', ':a . b: 1']],
    ['[this.a, this.b = 2] = f();', ['this . a: :f().0', 'this . b: :f().1', 'this . b: 2']],
    ['({ x: this.a } = f());', ['this . a: :f().x']],
    ['class A { #a; m() { this.#a = 1; } }', ['this . a: 1']],
  ])('%s', (text, expected) => {
    const facts = factsOf(text);
    const writes = facts.memberWrites.map(
      ({ object, name = '-', value }) => `${valueText(object, facts)} . ${name}: ${valueText(value, facts)}`,
    );
    expect(writes).toEqual(expected);
  });
});
