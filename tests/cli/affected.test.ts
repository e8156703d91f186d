/** `--affected`: what a commit hook runs on the files of a commit. */
import { expect, test } from 'vitest';
import type { Files } from '../package/built.js';
import { linted } from './command.js';

const listener = `export function onStop(stop) {
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    stop();
  });
}
`;
const deaf = 'export function onStop(stop) {\n  globalThis.stop = stop;\n}\n';
const server = (stop: string): string => `import http from 'node:http';
import { onStop } from '${stop}';
const server = http.createServer((request, response) => response.end('ok'));
onStop(() => server.close());
server.listen(3000);
`;
const clock = 'setInterval(() => console.log(new Date()), 1000);\n';
const manifest = (name: string, dependencies = {}): string =>
  JSON.stringify({ name, type: 'module', main: 'index.js', scripts: { start: 'node server.js' }, dependencies });

const single: Files = {
  'package.json': manifest('a'),
  'server.js': server('./stop.js'),
  'stop.js': deaf,
  'names.js': 'export const names = [];\n',
};
const found = 'server.js:5 require-sigterm-listener';

test('a change that breaks another file is reported there', async () => {
  expect(await linted(single, 'stop.js')).toMatchObject({ code: 0, notes: [] });
  expect(await linted(single, '--affected', 'stop.js')).toMatchObject({ code: 1, notes: [found] });
});

test('a change that breaks nothing reports nothing', async () => {
  expect(await linted({ ...single, 'stop.js': listener }, '--affected', 'stop.js', 'server.js')).toMatchObject({ code: 0, notes: [] });
});

test('programs that a changed file is no part of are left alone', async () => {
  expect(await linted(single, '--affected', 'names.js')).toMatchObject({ code: 0, notes: [] });
});

test('package.json can break its whole package, and a file that is not linted none', async () => {
  expect((await linted(single, '--affected', 'package.json')).notes).toEqual([found]);
  expect((await linted({ ...single, 'README.md': '# a\n' }, '--affected', 'README.md')).notes).toEqual([]);
});

test('other packages of a monorepo that use the file', async () => {
  const files: Files = {
    'package.json': '{ "name": "root", "private": true, "workspaces": ["packages/*"] }',
    'packages/stop/package.json': manifest('@acme/stop'),
    'packages/stop/index.js': deaf,
    'packages/api/package.json': manifest('@acme/api', { '@acme/stop': '*' }),
    'packages/api/server.js': server('@acme/stop'),
    'packages/jobs/package.json': manifest('@acme/jobs'),
    'packages/jobs/server.js': `import http from 'node:http';\nhttp.createServer().listen(80);\n${clock}`,
  };
  expect((await linted(files, '--affected', 'packages/stop/index.js')).notes).toEqual([
    'packages/api/server.js:5 require-sigterm-listener',
  ]);
});

const containers: Files = {
  ...single,
  'stop.js': listener,
  Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n',
  'other/package.json': manifest('other'),
  'other/server.js': `import http from 'node:http';\nhttp.createServer().listen(80);\n`,
  'other/Dockerfile': 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n',
};

test('manifests that run a program are looked at when it changes, and others are not', async () => {
  const notes = ['Dockerfile:4 no-signal-swallowing-command'];
  expect((await linted(containers, '--affected', 'stop.js')).notes).toEqual(notes);
});

test('a manifest that changes, and the program that it runs', async () => {
  const notes = ['Dockerfile:4 no-signal-swallowing-command', 'server.js:5 require-sigterm-listener'];
  expect((await linted({ ...containers, 'stop.js': deaf }, '--affected', 'Dockerfile')).notes).toEqual(notes);
});
