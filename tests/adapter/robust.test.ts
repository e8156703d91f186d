/** A rule never breaks a run of ESLint: what cannot be understood is silence. */
import fs from 'node:fs';
import path from 'node:path';
import { ESLint, Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, write } from '../package/built.js';
import { findingsWith, notesOf } from '../package/eslint-run.js';
import { orders, ordersFindings, unstoppable } from '../package/services.js';

const { recommended } = plugin.configs;

describe('settings of the wrong type', () => {
  test.each([
    5,
    null,
    'auto',
    true,
    [],
    [1],
    { catalogue: 'express' },
    { catalogue: [null] },
    { catalogue: [{ library: 5 }] },
    { catalogue: {} },
    { probes: 3 },
    { probes: { liveness: '/a' } },
    { probes: null },
    { pattern: 7 },
    { pattern: 'none' },
    { deadlineSeconds: 'soon' },
    { deadlineSeconds: -1 },
    { deadlineSeconds: null },
    { unknown: true },
  ])('%j', async (value) => {
    const run = findingsWith(projectOf(orders), [...plugin.configs.all, { settings: { 'graceful-shutdown': value } }]);
    const outcome = await run.catch((error: unknown) => String(error));
    // Either the run goes on, or one sentence says what is wrong with the settings.
    if (typeof outcome === 'string') expect(outcome).toMatch(/graceful-shutdown/u);
    else expect(outcome.every((note) => !note.includes('TypeError'))).toBe(true);
  });
});

describe('where the text comes from', () => {
  test('a text that an editor has not saved', async () => {
    const folder = projectOf(orders);
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: recommended });
    const file = path.join(folder, 'src/metrics.js');
    const repaired = fs.readFileSync(file, 'utf8').replace('60_000)', '60_000).unref()');
    expect(notesOf(folder, await eslint.lintText(repaired, { filePath: file }))).toEqual([]);
    const faulty = await eslint.lintText(orders['src/metrics.js'] ?? '', { filePath: file });
    expect(notesOf(folder, faulty)).toEqual(['src/metrics.js:2 no-uncleared-timer']);
  });

  test('a new file that is not on disk yet', async () => {
    const folder = projectOf({ 'package.json': '{ "name": "a" }' });
    const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: recommended });
    expect(notesOf(folder, await eslint.lintText(unstoppable, { filePath: 'new/server.js' }))).toEqual([
      'new/server.js:2 require-sigterm-listener',
    ]);
  });

  test('a text without a file', async () => {
    const eslint = new ESLint({ cwd: projectOf({}), overrideConfigFile: true, overrideConfig: recommended });
    const [result] = await eslint.lintText(unstoppable);
    expect(result?.messages.map(({ ruleId }) => ruleId)).toEqual(['graceful-shutdown/require-sigterm-listener']);
  });

  test('a relative name', () => {
    const linter = new Linter({ cwd: projectOf(orders) });
    const messages = linter.verify(orders['src/worker.js'] ?? '', recommended, { filename: 'src/worker.js' });
    const notes = notesOf('', [{ filePath: 'src/worker.js', messages }]);
    expect(notes).toEqual(ordersFindings.filter((note) => note.includes('worker')));
  });

  test('a file without a package around it', async () => {
    expect(await findingsWith(projectOf({ 'server.js': unstoppable }), recommended)).toEqual(['server.js:2 require-sigterm-listener']);
  });
});

describe('neighbours', () => {
  test('one with a syntax error has its own finding and spoils no other', async () => {
    const notes = await findingsWith(projectOf({ ...orders, 'src/broken.js': 'export const = 1;\n' }), recommended);
    expect(notes[0]).toMatch(/^src\/broken\.js:1 Parsing error/u);
    expect(notes.slice(1)).toEqual(ordersFindings);
  });

  test('one that goes away between two runs', async () => {
    const folder = projectOf(orders);
    expect(await findingsWith(folder, recommended)).toEqual(ordersFindings);
    fs.rmSync(path.join(folder, 'src/metrics.js'));
    expect(await findingsWith(folder, recommended)).toEqual(ordersFindings.filter((note) => !note.includes('metrics')));
  });

  test('folders and dangling links with names of modules', async () => {
    const folder = projectOf({ ...orders, 'src/folder.js/note.txt': '' });
    fs.symlinkSync('nowhere.js', path.join(folder, 'src/link.txt'));
    write(folder, { 'src/server.js': `import './folder.js';\nimport './link.txt';\n${orders['src/server.js'] ?? ''}` });
    const notes = await findingsWith(folder, recommended);
    expect(notes.filter((note) => !note.includes('server.js'))).toEqual(ordersFindings.filter((note) => !note.includes('server.js')));
    expect(notes).toHaveLength(ordersFindings.length);
  });
});
