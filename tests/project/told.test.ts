/** What `settings['graceful-shutdown'].entries` and `.services` say counts, whatever else is said. */
import { describe, expect, test } from 'vitest';
import { matchesGlob } from '../../src/project/globs.js';
import { deployment, server, READINESS } from '../rules/cluster.js';
import { table } from '../rules/table.js';

describe('patterns', () => {
  test.each([
    ['/w/src/main.ts', '/w/src/main.ts'],
    ['/w/src/main.ts', '/w/src/*.ts'],
    ['/w/apps/a/src/main.ts', '/w/apps/*/src/main.ts'],
    ['/w/apps/a/src/main.ts', '/w/**/main.ts'],
    ['/w/main.ts', '/w/**/main.ts'],
    ['/w/a/b/c', '/w/**'],
    ['/w/a/b/a/b/c', '/**/a/b/c'],
    ['C:\\w\\src\\main.ts', 'C:\\w\\src\\*.ts'],
  ])('%s is %s', (file, pattern) => {
    expect(matchesGlob(file, pattern)).toBe(true);
  });
  test.each([
    ['/w/src/a/main.ts', '/w/src/*.ts'],
    ['/w/src/main.ts', '/w/src'],
    ['/w/src', '/w/src/*'],
    ['/w/domain.ts', '/w/**/main.ts'],
    ['/w/src/main.tsx', '/w/**/*.ts'],
  ])('%s is not %s', (file, pattern) => {
    expect(matchesGlob(file, pattern)).toBe(false);
  });
  test('many stars take no time', () => {
    const started = process.cpuUsage();
    expect(matchesGlob(`${'/a'.repeat(2000)}/b`, `${'/**/a'.repeat(200)}/c`)).toBe(false);
    expect(process.cpuUsage(started).user).toBeLessThan(1_000_000);
  });
});

const SERVER = `#!/usr/bin/env node
import http from 'node:http';
http.createServer((request, response) => response.end()).listen(3000);
`;
const UNHANDLED = SERVER.replace(/\n$/u, ' // ! missing\n');

table('require-sigterm-listener', {
  settings: {
    entries: ['*/*/bin/serve*.js', 'reports/1/scripts/worker.js', '!silent/*/src/playground.js'],
    services: [{ name: 'orders', entry: 'reports/2/tools/orders.js' }],
  },
  reports: [
    { name: 'a tool that is called a service', files: { 'bin/serve.js': UNHANDLED, 'bin/other.js': SERVER } },
    { name: 'a script that is called a service', files: { 'scripts/worker.js': UNHANDLED, 'scripts/other.js': SERVER } },
    { name: 'the entry of a service', files: { 'tools/orders.js': UNHANDLED } },
  ],
  silent: [
    { name: 'a module that is called none', files: { 'src/playground.js': SERVER.replace(/.*\n/u, '') } },
    {
      name: 'one that a script starts, and that is called none',
      files: { 'src/playground.js': SERVER.replace(/.*\n/u, '') },
      manifest: { scripts: { start: 'node src/playground.js' } },
    },
  ],
});

const SLOW = `process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 40_000).unref();
  server.close(() => process.exit(0));
});`;
const QUICK = SLOW.replace('40_000', '5000');
/** Two packages that could be the workload, by no name. */
const two = (manifests: Readonly<Record<string, string>>): Readonly<Record<string, string>> => ({
  'apps/a/package.json': '{ "name": "a", "type": "module", "dependencies": { "express": "5.0.0" } }',
  'apps/a/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
  'apps/a/src/main.js': server(SLOW),
  'apps/b/package.json': '{ "name": "b", "type": "module", "dependencies": { "express": "5.0.0" } }',
  'apps/b/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "src/main.js"]\n',
  'apps/b/src/main.js': server(QUICK),
  ...manifests,
});
const marked = deployment({ mark: 'short', container: READINESS });
const unmarked = deployment({ container: READINESS });
const task =
  '{\n  "family": "x",\n  "containerDefinitions": [\n    { "name": "web", "image": "acme/web:1", "stopTimeout": 20 MARK\n    }\n  ]\n}\n';

table('require-grace-period-budget', {
  settings: {
    services: [
      { name: 'orders', manifests: ['reports/0/k8s/*.yaml'], entry: 'reports/0/apps/a/src/main.js' },
      { image: 'shop/orders', manifests: ['reports/1/**'], root: 'reports/1/apps/a' },
      { manifests: ['reports/2/k8s/**'], dockerfile: 'reports/2/apps/a/Dockerfile' },
      { name: 'web', manifests: ['reports/3/**'], root: 'reports/3/apps/a' },
      { name: 'web', manifests: ['reports/4/**'], root: 'reports/4/apps/a' },
      { name: 'orders', manifests: ['silent/1/**'], root: 'silent/1/apps/b' },
      { name: 'another', root: 'silent/2/apps/a' },
      { image: 'other/orders', root: 'silent/2/apps/a' },
    ],
  },
  reports: [
    { name: 'a workload with its entry', files: two({ 'k8s/a.yaml': marked }) },
    { name: 'an image with the folder of its package', files: two({ 'k8s/a.yaml': marked }) },
    { name: 'a manifest with its Dockerfile', files: two({ 'k8s/a.yaml': marked }) },
    {
      name: 'a service of Compose whose image is built elsewhere',
      files: two({ 'compose.yaml': 'services:\n  web:\n    image: acme/web:1\n    stop_grace_period: 20s # ! platform\n' }),
    },
    { name: 'a task of ECS', files: two({ 'task-definition.json': task.replace('MARK', '# ! platform') }) },
  ],
  silent: [
    { name: 'a workload that may be either', files: two({ 'k8s/a.yaml': unmarked }) },
    { name: 'a workload of the quick one', files: two({ 'k8s/a.yaml': unmarked }) },
    { name: 'a workload of another name and image', files: two({ 'k8s/a.yaml': unmarked }) },
  ],
});
