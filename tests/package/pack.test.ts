/** What is published: the built plugin, its documents and nothing else. */
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { parseSync } from 'oxc-parser';
import { beforeAll, expect, test } from 'vitest';
import { repository } from './built.js';

interface Packed {
  readonly files: readonly { readonly path: string; readonly mode: number }[];
  readonly unpackedSize: number;
}

interface Manifest {
  readonly exports: Readonly<Record<string, string | Readonly<Record<string, string>>>>;
  readonly bin: Readonly<Record<string, string>>;
  readonly types: string;
}

const manifest: Manifest = JSON.parse(fs.readFileSync(path.join(repository, 'package.json'), 'utf8'));
let packed: Packed = { files: [], unpackedSize: 0 };
let names: readonly string[] = [];

beforeAll(async () => {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await promisify(execFile)(npm, ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: repository,
    maxBuffer: 2 ** 24,
  });
  const [only]: readonly Packed[] = JSON.parse(stdout);
  packed = only ?? packed;
  names = packed.files.map((file) => file.path);
});

test('only the built plugin and its documents', () => {
  const expected = /^(?:dist\/(?:src|rules)\/.+\.(?:js|d\.ts)|docs\/.+\.md|README\.md|LICENSE|package\.json)$/u;
  expect(names.filter((name) => !expected.test(name))).toEqual([]);
  expect(names).toEqual(expect.arrayContaining(['README.md', 'LICENSE', 'package.json']));
});

test('everything that package.json points at', () => {
  const exported = Object.values(manifest.exports).flatMap((one) => (typeof one === 'string' ? one : Object.values(one)));
  const targets = [manifest.types, ...Object.values(manifest.bin), ...exported];
  for (const target of targets) expect(names).toContain(target.replace(/^\.\//u, ''));
});

test('every declaration comes from a source file that is still there', () => {
  const sources = names.flatMap((name) => /^dist\/(.+?)\.d\.ts$/u.exec(name)?.[1] ?? []);
  const orphans = sources.filter((name) => !fs.existsSync(path.join(repository, `${name}.ts`)));
  expect(orphans).toEqual([]);
});

test('every import between built files finds its file', () => {
  const missing = names
    .filter((name) => /\.(?:js|ts)$/u.test(name))
    .flatMap((name) => {
      const text = fs.readFileSync(path.join(repository, name), 'utf8');
      const isDeclaration = name.endsWith('.d.ts');
      const { staticImports, staticExports, dynamicImports } = parseSync(name, text).module;
      const dynamic = dynamicImports.map(({ moduleRequest: { start, end } }) => text.slice(start, end).replace(/["'`]/gu, ''));
      const exported = staticExports.flatMap(({ entries }) => entries.flatMap(({ moduleRequest }) => moduleRequest?.value ?? []));
      const imports = [...staticImports.map(({ moduleRequest }) => moduleRequest.value), ...exported, ...dynamic];
      const found = imports.filter((target) => target.startsWith('.')).map((target) => path.posix.join(path.posix.dirname(name), target));
      const targets = found.map((target) => (isDeclaration ? target.replace(/\.js$/u, '.d.ts') : target));
      return targets.filter((target) => !names.includes(target)).map((target) => `${name}: ${target}`);
    });
  expect(missing).toEqual([]);
});

test('the commands can be run', () => {
  const texts = Object.values(manifest.bin).map((target) => fs.readFileSync(path.join(repository, target), 'utf8'));
  for (const text of texts) expect(text).toMatch(/^#!\/usr\/bin\/env node\n/u);
});

test('it stays small', () => {
  expect(packed.unpackedSize).toBeLessThan(1_900_000);
});

test('it holds nothing that makes the engine keep two bytes for each character', () => {
  const scripts = packed.files.map(({ path: name }) => name).filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(0);
  for (const name of scripts) expect(fs.readFileSync(path.join(repository, name), 'latin1')).not.toMatch(/[^\0-\x7f]/u);
});
