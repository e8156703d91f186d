/** `graceful-shutdown inputs`: what a tool that caches tasks has to look at. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectOf, type Files } from '../package/built.js';
import { command } from './command.js';

const manifest = (name: string, dependencies = {}): string => JSON.stringify({ name, type: 'module', main: 'index.js', dependencies });
const files: Files = {
  'package.json': '{ "name": "root", "private": true, "workspaces": ["packages/*", "apps/*"] }',
  'pnpm-workspace.yaml': 'packages: [packages/*, apps/*]\n',
  'packages/db/package.json': manifest('@acme/db'),
  'packages/db/index.js': 'export const pool = 1;\n',
  'packages/log/package.json': manifest('@acme/log'),
  'packages/log/index.js': 'export const log = 1;\n',
  'apps/api/package.json': manifest('api', { '@acme/db': '*', '@acme/log': '*' }),
  'apps/api/index.js': "import { pool } from '@acme/db';\nimport { log } from '@acme/log';\n",
  'apps/jobs/package.json': manifest('jobs'),
  'apps/jobs/index.js': 'export {};\n',
};
const folder = projectOf(files);

async function inputs(...args: readonly string[]): Promise<readonly string[]> {
  const { code, stdout, stderr } = await command(folder, 'inputs', ...args);
  expect([code, stderr]).toEqual([0, '']);
  return stdout.trimEnd().split('\n');
}

test('a package: its own files, and those of packages that can change its findings', async () => {
  const list = await inputs('packages/db');
  const folders = list.filter((glob) => glob.includes('**/*.{js,')).map((glob) => glob.replace(/\*\*.*/u, ''));
  expect(folders.sort()).toEqual(['', '../../apps/api/', '../log/']);
  expect(list).toEqual(expect.arrayContaining(['package.json', '../../package.json', '../../pnpm-workspace.yaml', '../log/package.json']));
  expect(list.join('\n')).not.toContain('jobs');
  expect(list).toEqual(expect.arrayContaining(['../../**/*.{yaml,yml}', '../../**/{Dockerfile,Containerfile}']));
  expect(list).toContain('!../../**/{node_modules,bower_components,dist,coverage}/**');
});

test('a package that stands alone', async () => {
  expect((await inputs('apps/jobs')).filter((glob) => glob.includes('**/*.{js,'))).toHaveLength(1);
});

test('the root: everything', async () => {
  const all = ['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}', '**/package.json', '!**/{node_modules,bower_components,dist,coverage}/**'];
  expect(await inputs()).toEqual(expect.arrayContaining(all));
});

test('a service in a repository of several: its manifests may stand beside it', async () => {
  const repository = projectOf({ '.git/HEAD': '', 'k8s/api.yaml': '', 'api/package.json': manifest('api'), 'api/index.js': '' });
  const { stdout } = await command(path.join(repository, 'api'), 'inputs');
  const list = stdout.trimEnd().split('\n');
  expect(list).toEqual(expect.arrayContaining(['**/*.{js,mjs,cjs,jsx,ts,mts,cts,tsx}', '../**/*.{yaml,yml}']));
  expect(list).toContain('!../**/{node_modules,bower_components,dist,coverage}/**');
});

test('as Turborepo writes them', async () => {
  const list: readonly string[] = JSON.parse((await inputs('packages/db', '--format', 'turbo')).join(''));
  expect(list).toEqual(expect.arrayContaining(['package.json', '$TURBO_ROOT$/apps/api/package.json', '$TURBO_ROOT$/package.json']));
  expect(list).toContain('!$TURBO_ROOT$/**/{node_modules,bower_components,dist,coverage}/**');
});

test('as Nx writes them', async () => {
  const list: readonly string[] = JSON.parse((await inputs('packages/db', '--format', 'nx')).join(''));
  expect(list).toEqual(expect.arrayContaining(['{projectRoot}/package.json', '{workspaceRoot}/apps/api/package.json']));
});

test.each([
  [['missing'], 'There is no package.json in "missing".'],
  [['--format', 'make'], '--format of inputs takes lines, turbo, nx; got "make".'],
])('%j is wrong use', async (args, text) => {
  expect(await command(folder, 'inputs', ...args)).toEqual({ code: 2, stdout: '', stderr: `graceful-shutdown: ${text}\n` });
});
