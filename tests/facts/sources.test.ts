/** One collector, two sources: ESLint's own tree and scopes, and ours, give the very same facts on real code. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { ModuleFacts } from '../../src/facts/module-facts.js';
import { parseModule } from '../../src/facts/parse.js';
import { liveFactsOf, type Reader } from './live.js';

const ROOT = new URL('../../', import.meta.url).pathname;
const WANTED_FILES = 900;

function filesUnder(folder: string, extension: RegExp): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && extension.test(entry.name) && !/\.d\.[cm]?ts$|\.min\./u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function isReadable(file: string): boolean {
  const { size } = statSync(file);
  const text = size < 1_000_000 ? readFileSync(file, 'utf8') : '';
  return text.length > 0 && text.length / text.split('\n').length < 200;
}

/** Evenly spread over all packages that happen to be installed: the same files in every run. */
function sampleOf(files: readonly string[]): string[] {
  const every = Math.max(1, files.length / (WANTED_FILES * 1.2));
  const spread = Array.from({ length: Math.floor(files.length / every) }, (_, index) => files[Math.floor(index * every)] ?? '');
  return spread.filter(isReadable).slice(0, WANTED_FILES);
}

function readersFor(facts: ModuleFacts, index: number): Reader[] {
  const format = facts.format === 'esm' ? 'module' : 'commonjs';
  const espree: Reader[] = [`espree as ${format}`];
  return index % 4 === 0 ? [...espree, `typescript-eslint as ${format}`] : espree;
}

function differencesIn(files: readonly string[]): { compared: number; different: string[] } {
  const result = { compared: 0, different: new Array<string>() };
  for (const [index, file] of files.entries()) {
    const text = readFileSync(file, 'utf8');
    const facts = parseModule(text, file);
    for (const reader of facts ? readersFor(facts, index) : []) {
      const live = liveFactsOf(text, reader);
      result.compared += live ? 1 : 0;
      if (live && !isDeepStrictEqual(live, facts)) result.different.push(`${file} (${reader})`);
    }
  }
  return result;
}

describe('equal facts from both sources', () => {
  test('on the packages in node_modules', { timeout: 120_000 }, () => {
    const { compared, different } = differencesIn(sampleOf(filesUnder(join(ROOT, 'node_modules'), /\.[cm]?jsx?$/u)));
    expect(different).toEqual([]);
    expect(compared).toBeGreaterThan(800);
  });

  test('on our own TypeScript', { timeout: 60_000 }, () => {
    const files = [...filesUnder(join(ROOT, 'src'), /\.ts$/u), ...filesUnder(join(ROOT, 'tests', 'facts'), /\.ts$/u)];
    for (const file of files) {
      const text = readFileSync(file, 'utf8');
      expect(parseModule(text, file), file).toEqual(liveFactsOf(text, 'typescript-eslint as module', 'file.ts'));
    }
    expect(files.length).toBeGreaterThan(20);
  });

  test.each([
    'class A { @Dec() a?: Pool; @Q() m(@Q() { d }: T, @Q("b") b?: string, @Q() c = 1, @Q() ...e: string[]) {} }',
    '@Injectable() export class A { constructor(@Inject(T) private readonly a?: Pool, public b = 1) { super(); } }',
    'export abstract class A<T> extends B<T> implements C { abstract a(): void; declare b: T; static #c = 1; accessor d!: Pool; }',
    'enum A { B, C = "c" } const enum D { E = 1 } declare enum F { G } namespace H.I { export const j = 1; } declare global { var k: string }',
    'function f(this: A, a: (b: string) => void): asserts a is B; function f(a: any) { return a satisfies C as D; }',
    'import a = require("a"); import b = a.c; import type d from "d"; export { type e, a } ; export = a;',
    'let a: typeof b, c: import("d").E, f: G extends infer H ? H : never, i: { [k in J]: K }; type L<M> = M[];',
    'for (const a of b!) { using c = a as D; await using e = <F>c; } x: for (;;) break x;',
    'const { a, ...b }: { a: string } = c, [d = 1, [e]]: F = g; ({ a: this.h, i: [j.k] = [] } = l);',
    '#!/usr/bin/env node\nconst a = "😀", é = /ü/giu, \\u0061b = `${a}\u2028`; 1_000n; "\\ud800";',
  ])('%s', (text) => {
    const facts = parseModule(text, 'file.ts');
    expect(facts).toBeDefined();
    expect(facts).toEqual(liveFactsOf(text, 'typescript-eslint as module', 'file.ts'));
    expect(JSON.parse(JSON.stringify(facts))).toEqual(facts);
  });

  test.each<[Reader, string]>([
    ['espree as commonjs', 'const { Pool } = require("pg"); module.exports = new Pool(); return;'],
    ['espree as commonjs', 'with (a) { b(); } function b() { eval("c"); var c = 010; c; }'],
    ['espree as script', 'var a = 1; let b; function c() { a; b; c; } with (a) b; class D {}'],
    ['typescript-eslint as commonjs', 'const a = require("a"); function b() { { function c() {} } arguments; } exports.b = b;'],
    ['espree as module', '\uFEFF#!/usr/bin/env node\nimport a from "a"; export default a;'],
  ])('%s: %s', (reader, text) => {
    expect(parseModule(text, 'file.js')).toEqual(liveFactsOf(text, reader));
  });
});
