import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { rules } from '../../rules/index.js';
import plugin from '../../src/index.js';
import { findingsWith } from './eslint-run.js';
import { projectOf, repository } from './built.js';
import { orders, ordersFindings, unstoppable } from './services.js';

const manifest: { readonly name: string; readonly version: string } = JSON.parse(
  fs.readFileSync(path.join(repository, 'package.json'), 'utf8'),
);
const presets = ['recommended', 'strict', 'all'] as const;
const configs = [...presets, 'manifests'] as const;

test('says who it is', () => {
  expect(plugin.meta).toEqual({ name: manifest.name, version: manifest.version, namespace: 'graceful-shutdown' });
});

test('has the rules of the register', () => {
  expect(Object.keys(plugin.rules)).toEqual(Object.keys(rules));
});

test.each(configs)('%s is an array of flat configurations that name their files', (preset) => {
  const config = plugin.configs[preset];
  expect(Array.isArray(config)).toBe(true);
  for (const part of config) {
    expect(part.files).not.toHaveLength(0);
    expect(part.name).toMatch(new RegExp(`^graceful-shutdown/${preset}`, 'u'));
  }
});

test.each(configs)('%s brings the plugin itself, so naming it once more is no conflict', (preset) => {
  const plugins = plugin.configs[preset].flatMap((part) => Object.values(part.plugins ?? {}));
  expect(plugins.length).toBeGreaterThan(0);
  expect(plugins.every((one) => one === plugin)).toBe(true);
});

test('each preset holds the rules of the one before', () => {
  const [recommended, strict, all] = presets.map((preset) => rulesOf(preset));
  expect(recommended?.filter((rule) => !strict?.includes(rule))).toEqual([]);
  expect(strict?.filter((rule) => !all?.includes(rule))).toEqual([]);
  expect(recommended?.length).toBeLessThan(strict?.length ?? 0);
  expect(all).toEqual(
    Object.keys(rules)
      .map((name) => `graceful-shutdown/${name}`)
      .sort(),
  );
});

test('no rule is for code and for manifests', () => {
  const forManifests = rulesOf('manifests');
  expect(rulesOf('strict').filter((rule) => forManifests.includes(rule))).toEqual([]);
});

/** Those that are switched on: rules of others that know no manifest are switched off. */
function rulesOf(preset: (typeof configs)[number]): readonly string[] {
  const entries = plugin.configs[preset].flatMap((part) => Object.entries(part.rules ?? {}));
  return [...new Set(entries.flatMap(([rule, severity]) => (severity === 'off' ? [] : [rule])))].sort();
}

test('no rule of its own is switched off', () => {
  const off = Object.entries(plugin.configs.all.reduce((all, { rules: some }) => ({ ...all, ...some }), {})).filter(
    ([, severity]) => severity === 'off',
  );
  expect(off.filter(([rule]) => !rule.startsWith('json/'))).toEqual([]);
});

test('recommended is a whole configuration', async () => {
  expect(await findingsWith(projectOf(orders), plugin.configs.recommended)).toEqual(ordersFindings);
});

test.each(['js', 'mjs', 'cjs', 'jsx', 'ts', 'mts', 'cts', 'tsx'])('a .%s file is linted without more', async (extension) => {
  const folder = projectOf({ 'package.json': '{ "name": "a" }', [`server.${extension}`]: textFor(extension) });
  expect(await findingsWith(folder, plugin.configs.recommended)).toEqual([`server.${extension}:2 require-sigterm-listener`]);
});

test('yarn in the repository is not linted with our rules', async () => {
  const folder = projectOf({
    'package.json': '{ "name": "a" }',
    '.yarn/releases/yarn-4.9.1.cjs': textFor('cjs'),
    '.pnp.cjs': textFor('cjs'),
  });
  expect(await findingsWith(folder, plugin.configs.recommended)).toEqual([]);
});

function textFor(extension: string): string {
  const text = extension === 'cjs' ? unstoppable.replace(/import (\w+) from (.*);/u, 'const $1 = require($2);') : unstoppable;
  const typed = extension.includes('ts') ? 'export const port: number = 3000;\n' : '';
  const tagged = extension.endsWith('x') ? 'export const page = <main>ok</main>;\n' : '';
  return text + typed + tagged;
}

test('a .ts file may assert types with angle brackets', async () => {
  const folder = projectOf({ 'package.json': '{ "name": "a" }', 'server.ts': 'export const port = <number>3000;\n' });
  expect(await findingsWith(folder, plugin.configs.recommended)).toEqual([]);
});
