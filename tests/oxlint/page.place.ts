/** What docs/oxlint.md says, in a project that has the plugin installed. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { installedIn, projectOf } from '../package/built.js';
import { exampleIn } from '../package/doc-blocks.js';
import { orders, ordersFindings, unstoppable } from '../package/services.js';
import { oxlint, oxlintFindings } from './oxlint.js';

const recommended: { readonly rules: object } = JSON.parse(exampleIn('docs/oxlint.md', '.oxlintrc.json'));

test('lists the recommended rules', () => {
  expect(recommended.rules).toEqual(Object.assign({}, ...plugin.configs.recommended.map(({ rules }) => rules ?? {})));
});

async function findingsIn(files: Readonly<Record<string, string>>, config: object): Promise<readonly string[]> {
  const folder = installedIn(projectOf({ ...files, '.gitignore': 'node_modules\n', '.oxlintrc.json': JSON.stringify(config) }));
  const found = await oxlintFindings(folder);
  return found.filter(({ rule }) => rule in plugin.rules).map(({ place, rule }) => `${place.replace(/:\d+$/u, '')} ${rule}`);
}

test('finds what ESLint finds, by the name of the package', async () => {
  expect([...(await findingsIn(orders, recommended))].sort()).toEqual([...ordersFindings].sort());
});

test('settings reach the rules', async () => {
  const files = { 'package.json': '{ "name": "a", "type": "module" }', 'server.js': unstoppable };
  const settings = { 'graceful-shutdown': { deadlineSeconds: 23 } };
  const folder = installedIn(
    projectOf({ ...files, '.gitignore': 'node_modules\n', '.oxlintrc.json': JSON.stringify({ ...recommended, settings }) }),
  );
  await oxlint(folder, '--fix-suggestions', 'server.js');
  expect((await oxlint(folder, '--format', 'unix', 'server.js')).trim()).toBe('');
  expect(fs.readFileSync(path.join(folder, 'server.js'), 'utf8')).toContain('23_000');
});

test('comments that disable a rule are those of ESLint', async () => {
  const silenced = unstoppable.replace(
    'http.create',
    '// eslint-disable-next-line graceful-shutdown/require-sigterm-listener -- why\nhttp.create',
  );
  expect(await findingsIn({ 'package.json': '{ "name": "a", "type": "module" }', 'server.js': silenced }, recommended)).toEqual([]);
});
