import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { readOptions } from '../../src/cli/options.js';
import { node, projectOf, repository } from '../package/built.js';
import { orders } from '../package/services.js';
import { command } from './command.js';

test.each(['--help', '-h'])('%s tells every option and ends with 0', async (option) => {
  const { code, stdout, stderr } = await command(projectOf({}), option);
  expect([code, stderr]).toEqual([0, '']);
  const options = [
    '--config',
    '--format',
    '--fix',
    '--fix-suggestions',
    '--affected',
    '--suppress-all',
    '--quiet',
    '--max-warnings',
    '--help',
    '--version',
  ];
  for (const one of options) expect(stdout).toContain(one);
});

test.each(['--version', '-v'])('%s tells the version and ends with 0', async (option) => {
  expect(await command(projectOf({}), option)).toEqual({ code: 0, stdout: `${plugin.meta.version}\n`, stderr: '' });
});

test.each([
  [['--unknown'], '--unknown'],
  [['-x'], '-x'],
  [
    ['--format', 'xml'],
    '--format takes stylish, json, sarif, github or an installed formatter of ESLint; got "xml", and there is no eslint-formatter-xml.',
  ],
  [['--config', 'none'], '--config takes recommended, strict, all; got "none".'],
  [['--max-warnings', 'few'], '--max-warnings takes a whole number; got "few".'],
  [['--max-warnings', ''], '--max-warnings takes a whole number; got "".'],
  [['--format'], '--format'],
  [['--fix=yes'], '--fix'],
  [['missing'], 'There is no file or folder "missing".'],
])('%j is wrong use: one line, 2', async (args, text) => {
  const { code, stdout, stderr } = await command(projectOf(orders), ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(text);
  expect(stderr.trimEnd().split('\n')).toHaveLength(1);
});

test('has defaults', () => {
  expect(readOptions([])).toEqual({
    command: 'lint',
    paths: ['.'],
    format: 'stylish',
    config: 'recommended',
    fix: false,
    fixSuggestions: false,
    affected: false,
    suppressAll: false,
    quiet: false,
    maxWarnings: -1,
    help: false,
    version: false,
  });
});

test('reads what is given, in any order', () => {
  const options = readOptions([
    'src',
    '--fix',
    '--format=json',
    'lib',
    '--max-warnings',
    '3',
    '--config',
    'all',
    '--quiet',
    '--fix-suggestions',
  ]);
  expect(options).toMatchObject({ paths: ['src', 'lib'], format: 'json', config: 'all', maxWarnings: 3 });
  expect(options).toMatchObject({ fix: true, fixSuggestions: true, quiet: true });
});

test('findings are errors, so neither --quiet nor --max-warnings hides them', async () => {
  const folder = projectOf(orders);
  const plain = await command(folder);
  expect(plain.code).toBe(1);
  expect(await command(folder, '--quiet')).toEqual(plain);
  expect(await command(folder, '--max-warnings', '100')).toEqual(plain);
});

test('--quiet counts the files that are clean', async () => {
  const { stdout } = await command(projectOf({ 'package.json': '{}', 'a.js': '', 'b.js': '' }), '--quiet');
  expect(stdout).toBe('No findings in 2 files.\n');
});

test('without ESLint it says what to install', async () => {
  const folder = projectOf({ 'package.json': '{ "type": "module" }', 'server.js': '' });
  fs.cpSync(path.join(repository, 'dist'), path.join(folder, 'dist'), { recursive: true });
  const { code, stderr } = await node(folder, ['dist/src/cli/main.js', 'server.js']);
  expect([code, stderr]).toEqual([2, 'graceful-shutdown: ESLint is not installed: npm install --save-dev eslint\n']);
});
