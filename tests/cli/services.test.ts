/** The services of tests/services, all in one run. */
import fs from 'node:fs';
import path from 'node:path';
import * as typescriptParser from '@typescript-eslint/parser';
import { beforeAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, repository } from '../package/built.js';
import { findingsWith } from '../package/eslint-run.js';
import { linted } from './command.js';

let services = '';

function copied(): string {
  const folder = projectOf({});
  const source = path.join(repository, 'tests/services');
  fs.cpSync(source, folder, { recursive: true, filter: (name) => !name.endsWith('.test.ts') });
  return folder;
}

function sourcesIn(folder: string): ReadonlyMap<string, string> {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[cm]?[jt]sx?$/u.test(name));
  return new Map(names.map((name) => [name, fs.readFileSync(path.join(folder, name), 'utf8')]));
}

beforeAll(() => {
  services = copied();
});

test('the command finds what ESLint finds with the same configuration', async () => {
  const { code, notes } = await linted(services, '--config', 'all');
  expect(notes.length).toBeGreaterThan(20);
  expect(notes).toEqual(await findingsWith(services, plugin.configs.all));
  expect(code).toBe(1);
});

test('JavaScript read by the parser for TypeScript has the same findings', async () => {
  const expected = await findingsWith(services, plugin.configs.all);
  const parser = { files: ['**/*.{js,mjs,cjs}'], languageOptions: { parser: typescriptParser } };
  expect(await findingsWith(services, [...plugin.configs.all, parser])).toEqual(expected);
});

test('--fix-suggestions leaves fewer findings, in files that parse, and has nothing more to do', async () => {
  const folder = copied();
  const before = await linted(folder);
  const after = await linted(folder, '--fix-suggestions');
  expect(after.notes.length).toBeLessThan(before.notes.length / 2);
  const sources = sourcesIn(folder);
  for (const [name, text] of sources) {
    expect(
      () => typescriptParser.parse(text, { filePath: name, ecmaFeatures: { jsx: name.endsWith('x') || name.endsWith('.js') } }),
      name,
    ).not.toThrow();
  }
  const again = await linted(folder);
  expect(again.notes).toEqual(after.notes);
});
