/** One session of an editor: manifests change on disk, come and go, and the code that they concern is looked at again. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import plugin from '../../src/index.js';
import { deployment, server, shop } from '../rules/cluster.js';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'session-')));
let folder = root;
beforeEach(({ task }) => {
  folder = path.join(root, task.id);
});
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

function write(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
}

const ROUTE = `app.get('/state', async (request, response) => {
  await fetch('http://stock/health', { signal: AbortSignal.timeout(500) });
  response.send('ok');
});`;
const asking = (path: string): string =>
  deployment({ container: `livenessProbe:\n  httpGet:\n    path: ${path}\n    port: http\n  # ${'x'.repeat(path.length)}` });

type Rule = 'no-blocking-probe' | 'require-sigterm-listener' | 'require-shutdown-deadline';

/** The messages of a file, asked again until they are what is expected; an editor asks when somebody types, so there are pauses. */
function session(rule: Rule, file = 'src/main.js'): (expected: readonly unknown[]) => Promise<void> {
  const overrideConfig = { plugins: { 'graceful-shutdown': plugin }, rules: { [`graceful-shutdown/${rule}`]: 'error' as const } };
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
  const look = async (expected: readonly unknown[]): Promise<void> => {
    const results = await eslint.lintFiles([file]);
    const messages = results.flatMap((result) => result.messages);
    expect(messages.map(({ messageId, suggestions }) => suggestions?.[0]?.desc.match(/\d+ s\b/u)?.[0] ?? messageId)).toEqual(expected);
  };
  return (expected) => vi.waitFor(() => look(expected), { timeout: 15_000, interval: 1100 });
}

test('a path that becomes the one of liveness', async () => {
  write({ '.git/HEAD': 'x', ...shop(asking('/livez'), ROUTE) });
  const sees = session('no-blocking-probe');
  await sees([]);
  write({ 'k8s/orders.yaml': asking('/state') });
  await sees(['liveness']);
  write({ 'k8s/orders.yaml': asking('/livez') });
  await sees([]);
}, 60_000);

test('a manifest that is new, and one that goes', async () => {
  const { 'k8s/orders.yaml': manifest = '', ...others } = shop(asking('/state'), ROUTE);
  write({ '.git/HEAD': 'x', ...others });
  const sees = session('no-blocking-probe');
  await sees([]);
  write({ 'k8s/orders.yaml': manifest });
  await sees(['liveness']);
  rmSync(path.join(folder, 'k8s'), { recursive: true });
  await sees([]);
}, 60_000);

test('a command that starts another module', async () => {
  const image = (file: string): string => `FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "${file}"]\n`;
  const files = { 'package.json': '{ "name": "a", "type": "module" }', 'bin/a.js': `#!/usr/bin/env node\n${server('')}` };
  write({ '.git/HEAD': 'x', ...files, Dockerfile: image('other.js') });
  const sees = session('require-sigterm-listener', 'bin/a.js');
  await sees([]);
  write({ Dockerfile: image('bin/a.js') });
  await sees(['missing']);
  rmSync(path.join(folder, 'Dockerfile'));
  await sees([]);
  write({ Dockerfile: image('bin/a.js') });
  await sees(['missing']);
}, 60_000);

test('the seconds that a suggestion inserts', async () => {
  const waiting = "process.once('SIGTERM', () => server.close(() => process.exit(0)));";
  const patient = (seconds: string): string => deployment({ pod: `terminationGracePeriodSeconds: ${seconds}` });
  write({ '.git/HEAD': 'x', ...shop(patient('60'), waiting) });
  const sees = session('require-shutdown-deadline');
  await sees(['10 s']);
  write({ 'k8s/orders.yaml': patient('8') });
  await sees(['6 s']);
  write({ 'k8s/orders.yaml': patient('7.0') });
  await sees(['5 s']);
}, 60_000);
