/** A deadline that is inserted ends before the platform kills, as far as manifests say when that is. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { deployment, READINESS, shop } from '../rules/cluster.js';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'deadlines-')));
afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

async function inserted(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const folder = mkdtempSync(path.join(root, 'service-'));
  const all = { '.git/HEAD': 'x', ...shop('', `process.once('SIGTERM', () => server.close(() => process.exit(0)));`), ...files };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  }
  const overrideConfig = {
    plugins: { 'graceful-shutdown': plugin },
    rules: { 'graceful-shutdown/require-shutdown-deadline': 'error' as const },
  };
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
  const [result] = await eslint.lintFiles(['src/main.js']);
  return result?.messages.flatMap(({ suggestions = [] }) => suggestions.map(({ desc }) => /\d+ s/u.exec(desc)?.[0] ?? '')) ?? [];
}

const SLEEP = 'lifecycle: { preStop: { sleep: { seconds: 5 } } }';

test.each([
  ['no manifest', {}, '10 s'],
  ['a long grace period', { 'k8s/orders.yaml': deployment({ pod: 'terminationGracePeriodSeconds: 60' }) }, '10 s'],
  ['a short grace period', { 'k8s/orders.yaml': deployment({ pod: 'terminationGracePeriodSeconds: 8' }) }, '6 s'],
  ['a hook', { 'k8s/orders.yaml': deployment({ pod: 'terminationGracePeriodSeconds: 12', container: READINESS + SLEEP }) }, '5 s'],
  ['no time at all', { 'k8s/orders.yaml': deployment({ pod: 'terminationGracePeriodSeconds: 2' }) }, '1 s'],
  ['a template', { 'k8s/orders.yaml': deployment({ pod: 'terminationGracePeriodSeconds: {{ .Values.grace }}' }) }, '10 s'],
  ['Compose', { 'compose.yaml': 'services:\n  orders:\n    build: .\n    stop_grace_period: 5s\n' }, '5 s'],
  ['another image', { 'compose.yaml': 'services:\n  db:\n    image: postgres\n    stop_grace_period: 5s\n' }, '10 s'],
])('%s', async (_, files, seconds) => {
  const found = await inserted(files);
  expect(new Set(found)).toEqual(new Set([seconds]));
});
