/** Whatever parser reads the files, the findings are the same. */
import fs from 'node:fs';
import path from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import type { Linter } from 'eslint';
import ts from 'typescript';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, repository, type Files } from '../package/built.js';
import { findingsWith } from '../package/eslint-run.js';
import { orders, ordersFindings } from '../package/services.js';

const js = ['**/*.js'];
const parsers: readonly (readonly [string, Linter.Config])[] = [
  ['espree', { files: js }],
  ['@typescript-eslint/parser', { files: js, languageOptions: { parser: typescriptParser } }],
  ['espree for an older language', { files: js, languageOptions: { ecmaVersion: 2022 } }],
];

test.each(parsers)('%s finds what is wrong', async (_, config) => {
  expect(await findingsWith(projectOf(orders), [...plugin.configs.recommended, config])).toEqual(ordersFindings);
});

const checkout = path.join(repository, 'examples/checkout');

function filesOf(folder: string, change: (name: string, text: string) => readonly [string, string]): Files {
  const all = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const names = all.filter((name) => /\.(?:ts|json)$/u.test(name) && !name.includes('node_modules'));
  return Object.fromEntries(names.map((name) => change(name, fs.readFileSync(path.join(folder, name), 'utf8'))));
}

function transpiled(module: ts.ModuleKind): Files {
  const compilerOptions: ts.CompilerOptions = { module, target: ts.ScriptTarget.ES2022 };
  return filesOf(checkout, (name, text) => {
    if (!name.endsWith('.ts')) return [name, text];
    return [name.replace(/ts$/u, 'js'), ts.transpileModule(text, { compilerOptions }).outputText];
  });
}

const withoutLines = (notes: readonly string[]): readonly string[] => notes.map((note) => note.replace(/\.[jt]s:\d+/u, '')).toSorted();

test('the example in TypeScript and its output as modules have the same defects, with every parser', async () => {
  const written = await findingsWith(projectOf(filesOf(checkout, (name, text) => [name, text])), plugin.configs.all);
  const output = projectOf(transpiled(ts.ModuleKind.ESNext));
  expect(written.length).toBeGreaterThan(5);
  for (const [, config] of parsers) {
    expect(withoutLines(await findingsWith(output, [...plugin.configs.all, config]))).toEqual(withoutLines(written));
  }
});

const commonJs: Linter.Config = { files: js, languageOptions: { sourceType: 'commonjs' } };

function asCommonJs(): string {
  const files = transpiled(ts.ModuleKind.CommonJS);
  return projectOf({ ...files, 'package.json': (files['package.json'] ?? '').replace('"type": "module",', '') });
}

test('the example as CommonJS has the same defects, with every parser', async () => {
  const written = await findingsWith(projectOf(filesOf(checkout, (name, text) => [name, text])), plugin.configs.all);
  const output = asCommonJs();
  for (const [, config] of parsers) {
    expect(withoutLines(await findingsWith(output, [...plugin.configs.all, config, commonJs]))).toEqual(withoutLines(written));
  }
});
