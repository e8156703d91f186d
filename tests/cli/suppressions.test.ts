/** Old code: what is there stays as it is, and nothing is added to it. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { installedIn, node, projectOf, repository, write } from '../package/built.js';
import { orders, ordersFindings } from '../package/services.js';
import { command, linted } from './command.js';

const eslint = path.join(repository, 'node_modules/eslint/bin/eslint.js');
const config = `import gracefulShutdown from 'eslint-plugin-graceful-shutdown';
export default [...gracefulShutdown.configs.recommended];
`;
const more = 'setInterval(() => console.log(1), 1000);\n';

function suppressionsOf(folder: string): unknown {
  return JSON.parse(fs.readFileSync(path.join(folder, 'eslint-suppressions.json'), 'utf8'));
}

function addTo(folder: string, name: string, text: string): void {
  fs.appendFileSync(path.join(folder, name), text);
}

test('what is found once is not found again, until there is more of it', async () => {
  const folder = projectOf(orders);
  expect(await linted(folder, '--suppress-all')).toMatchObject({ code: 0, notes: [] });
  expect(await linted(folder)).toMatchObject({ code: 0, notes: [] });
  addTo(folder, 'src/metrics.js', more);
  expect(await linted(folder)).toMatchObject({
    code: 1,
    notes: ['src/metrics.js:2 no-uncleared-timer', 'src/metrics.js:4 no-uncleared-timer'],
  });
});

test("the file is the one that ESLint's command writes, and each reads the other's", async () => {
  const ours = projectOf(orders);
  const theirs = installedIn(projectOf({ ...orders, 'eslint.config.js': config }));
  await linted(ours, '--suppress-all');
  expect(await node(theirs, [eslint, '--suppress-all', 'src'])).toMatchObject({ code: 0 });
  expect(suppressionsOf(ours)).toEqual(suppressionsOf(theirs));
  expect(await linted(theirs)).toMatchObject({ code: 0, notes: [] });
  fs.copyFileSync(path.join(ours, 'eslint-suppressions.json'), path.join(theirs, 'eslint-suppressions.json'));
  expect(await node(theirs, [eslint, 'src'])).toMatchObject({ code: 0 });
});

test('what is repaired is no longer allowed after the next time, and what others may have stays', async () => {
  const folder = projectOf(orders);
  const other = { 'no-console': { count: 7 } };
  write(folder, { 'eslint-suppressions.json': JSON.stringify({ 'src/metrics.js': other, 'lib/gone.js': other }) });
  await linted(folder, '--suppress-all');
  write(folder, { 'src/metrics.js': 'export function startMetrics() {}\n' });
  await linted(folder, '--suppress-all');
  expect(suppressionsOf(folder)).toMatchObject({ 'src/metrics.js': other, 'lib/gone.js': other });
  addTo(folder, 'src/metrics.js', more);
  expect((await linted(folder)).notes).toEqual(['src/metrics.js:2 no-uncleared-timer']);
});

test('syntax errors are never kept', async () => {
  const { code, notes } = await linted({ ...orders, 'src/broken.js': 'const = 1;\n' }, '--suppress-all');
  expect([code, notes.length]).toEqual([1, 1]);
});

test('a file of suppressions that cannot be read is wrong use', async () => {
  const { code, stderr } = await command(projectOf({ ...orders, 'eslint-suppressions.json': '{' }));
  expect([code, stderr]).toEqual([2, 'graceful-shutdown: eslint-suppressions.json is no JSON.\n']);
});

test('without suppressions everything is found', async () => {
  expect((await linted(orders)).notes).toEqual(ordersFindings);
});
