import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { libraries } from '../../src/catalogue/index.js';

const FOLDER = new URL('../../src/catalogue/', import.meta.url);

test('each file of the folder is in the register, and no other', () => {
  const files = readdirSync(new URL('libraries/', FOLDER)).map((name) => name.replace(/\.ts$/u, '.js'));
  const register = readFileSync(new URL('index.ts', FOLDER), 'utf8');
  const imported = [...register.matchAll(/'\.\/libraries\/(?<file>[^']+)'/gu)].map(({ groups }) => groups?.['file']);
  expect(imported.sort()).toEqual(files.sort());
});

test('at least 100 packages are described, none twice for the same versions', () => {
  const keys = libraries.map(({ name, versions }) => `${name} ${versions ?? ''}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  expect(new Set(libraries.map(({ name }) => name).filter((name) => !name.startsWith('node:'))).size).toBeGreaterThanOrEqual(100);
});

test('each library links its manual and shows at least one example', () => {
  const poor = libraries.filter(({ manual, examples }) => !/^https?:\/\//u.test(manual) || examples.length === 0);
  expect(poor.map(({ name }) => name)).toEqual([]);
});
