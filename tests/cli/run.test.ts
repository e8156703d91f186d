import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { cli, node, projectOf } from '../package/built.js';
import { findingsWith } from '../package/eslint-run.js';
import { orders, ordersFindings, unstoppable } from '../package/services.js';
import { command, linted } from './command.js';

const clean = { 'package.json': '{ "name": "clean" }', 'index.js': 'export const answer = 42;\n' };

test('lints the current folder without any configuration', async () => {
  const { code, notes } = await linted(orders);
  expect(notes).toEqual(ordersFindings);
  expect(code).toBe(1);
});

test('ends with 0 where nothing is found', async () => {
  const { code, stdout, stderr } = await command(projectOf(clean));
  expect([code, stdout, stderr]).toEqual([0, 'No findings in 2 files.\n', '']);
});

test('lints what it is told to, with the whole program in view', async () => {
  const { notes } = await linted(orders, 'src/metrics.js', 'src/worker.js');
  expect(notes).toEqual(ordersFindings.filter((note) => !note.startsWith('src/server.js')));
});

test('takes patterns', async () => {
  expect((await linted(orders, 'src/*er.js')).notes).toEqual(ordersFindings.filter((note) => !note.startsWith('src/metrics.js')));
});

test('lints a folder that is not below the current one', async () => {
  const folder = projectOf(orders);
  const { code, stdout } = await command(projectOf(clean), folder);
  expect(stdout).toContain(`${String(ordersFindings.length)} findings in 3 files.`);
  expect(code).toBe(1);
});

test.each(['recommended', 'strict', 'all'] as const)('--config %s finds the same as ESLint with that configuration', async (config) => {
  const { notes, folder } = await linted(orders, '--config', config);
  expect(notes).toEqual(await findingsWith(folder, plugin.configs[config]));
  expect(notes.length).toBeGreaterThanOrEqual(ordersFindings.length);
});

test('strict finds more than recommended', async () => {
  const { notes } = await linted(orders, '--config', 'strict');
  expect(notes).toEqual(expect.arrayContaining(['src/server.js:9 require-connection-drain', ...ordersFindings]));
});

test('never runs a configuration of the user', async () => {
  const planted = 'throw new Error("planted");\n';
  const configurations = {
    'eslint.config.js': planted,
    'eslint.config.mjs': planted,
    'src/eslint.config.js': planted,
    '.eslintrc.json': '{ "rules": 1 }',
  };
  const { notes } = await linted({ ...orders, ...configurations });
  expect(notes).toEqual(ordersFindings);
});

test('leaves out what is installed or built', async () => {
  const left = [
    'node_modules/a/index.js',
    'dist/server.js',
    'packages/b/dist/server.js',
    'coverage/server.js',
    '.next/server.js',
    '.yarn/releases/yarn-4.9.1.cjs',
    '.pnp.cjs',
    '.github/scripts/server.cjs',
    'server.min.js',
  ];
  const { code, notes } = await linted({ ...clean, ...Object.fromEntries(left.map((name) => [name, unstoppable])) });
  expect([code, notes]).toEqual([0, []]);
});

test('comments of the user turn findings off, and nothing of ESLint on', async () => {
  const text = `/* eslint no-console: "error", other/rule: "error" */
    console.log(1);
    // eslint-disable-next-line graceful-shutdown/valid-signal
    process.on('SIGKILL', () => {});`;
  const { code, notes } = await linted({ ...clean, 'index.js': text });
  expect([code, notes]).toEqual([0, []]);
});

test('comments for ESLint that it cannot read are no findings', async () => {
  const { code, notes } = await linted({ ...clean, 'index.js': '/* eslint-env browser */\n/* global a:x */\nconsole.log(a);\n' });
  expect([code, notes]).toEqual([0, []]);
});

test('says nothing beside its report where there is no terminal', async () => {
  expect((await command(projectOf(orders))).stderr).toBe('');
});

test('a reader that stops reading is no failure', async () => {
  const text = "process.on('SIGKILL', () => {});\n".repeat(60);
  const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`src/${String(index)}.js`, text]));
  const reader = `const { spawn } = require('node:child_process');
    const child = spawn(process.execPath, [${JSON.stringify(cli)}, '--format', 'sarif'], { stdio: ['ignore', 'pipe', 'inherit'] });
    child.stdout.once('data', () => child.stdout.destroy());
    child.once('close', (code) => console.log(code));`;
  expect(await node(projectOf({ ...clean, ...many }), ['-e', reader])).toEqual({ code: 0, stdout: '1\n', stderr: '' });
});
