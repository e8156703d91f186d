/** A pre-commit run lints one file in a fresh process, so importing the plugin must be cheap: parsers wait until they are needed. */
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { entryUrl, node, projectOf } from './built.js';

interface Coverage {
  readonly result: readonly { readonly url: string }[];
}

/** Coverage names every script that a process has run, however it was loaded; the report names native addons. */
async function loadedBy(program: string): Promise<readonly string[]> {
  const folder = projectOf({ 'package.json': '{}' });
  const report = 'process.report.excludeNetwork = true; console.log(JSON.stringify(process.report.getReport().sharedObjects));';
  const { stdout } = await node(folder, ['--input-type=module', '-e', `${program}\n${report}`], {
    NODE_V8_COVERAGE: path.join(folder, 'coverage'),
  });
  const natives: readonly string[] = JSON.parse(stdout.trim().split('\n').at(-1) ?? '[]');
  const scripts = fs.readdirSync(path.join(folder, 'coverage')).flatMap((name) => {
    const { result }: Coverage = JSON.parse(fs.readFileSync(path.join(folder, 'coverage', name), 'utf8'));
    return result
      .map(({ url }) => url)
      .filter((url) => url.startsWith('file:'))
      .map((url) => fileURLToPath(url));
  });
  return [...scripts, ...natives.filter((file) => file.endsWith('.node'))];
}

function packagesAmong(files: readonly string[]): readonly string[] {
  const names = files.flatMap((file) => /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//u.exec(file.replaceAll('\\', '/'))?.[1] ?? []);
  return [...new Set(names)].sort();
}

test('importing the plugin loads no package at all, and few files', async () => {
  const loaded = await loadedBy(`await import(${JSON.stringify(entryUrl)});`);
  const ours = loaded.filter((file) => file.includes(`${path.sep}dist${path.sep}`));
  expect(ours.length).toBeGreaterThan(0);
  expect(ours.length).toBeLessThan(5);
  expect(packagesAmong(loaded)).toEqual([]);
});

test('reading the configurations loads no package either', async () => {
  const loaded = await loadedBy(`const { default: plugin } = await import(${JSON.stringify(entryUrl)});
    for (const config of Object.values(plugin.configs).flat()) JSON.stringify([config.rules, config.languageOptions?.parser?.meta]);`);
  expect(packagesAmong(loaded)).toEqual([]);
});

test('a parser that is used is seen by this test', async () => {
  const loaded = await loadedBy(`const { default: plugin } = await import(${JSON.stringify(entryUrl)});
    plugin.configs.recommended.find((config) => config.languageOptions?.parser).languageOptions.parser.parseForESLint('let a: string;');`);
  expect(packagesAmong(loaded)).toContain('typescript');
});

test('the cost is told, not asserted: it depends on the machine', async () => {
  const times = [await millisecondsOf(entryUrl), await millisecondsOf(entryUrl), await millisecondsOf(entryUrl)];
  console.log(`importing the plugin took ${String(Math.min(...times))} ms at best of ${String(times.length)}`);
  expect(times.every(Number.isFinite)).toBe(true);
});

async function millisecondsOf(url: string): Promise<number> {
  const program = `const start = performance.now(); await import(${JSON.stringify(url)}); console.log(performance.now() - start);`;
  return Math.round(Number((await node(projectOf({}), ['--input-type=module', '-e', program])).stdout));
}
