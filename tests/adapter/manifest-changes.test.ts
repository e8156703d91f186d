/** One session of an editor: a manifest changes on disk, and the code that it concerns is looked at again. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterAll, expect, test, vi } from 'vitest';
import plugin from '../../src/index.js';
import { deployment, shop } from '../rules/cluster.js';

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'session-')));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
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

test('a path that becomes the one of liveness', async () => {
  write({ '.git/HEAD': 'x', ...shop(asking('/livez'), ROUTE) });
  const overrideConfig = { plugins: { 'graceful-shutdown': plugin }, rules: { 'graceful-shutdown/no-blocking-probe': 'error' as const } };
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig });
  const found = async (): Promise<readonly (string | undefined)[]> => {
    const results = await eslint.lintFiles(['src/main.js']);
    return results.flatMap(({ messages }) => messages.map(({ messageId }) => messageId));
  };
  expect(await found()).toEqual([]);
  write({ 'k8s/orders.yaml': asking('/state') });
  await vi.waitFor(
    async () => {
      expect(await found()).toEqual(['liveness']);
    },
    { timeout: 20_000, interval: 300 },
  );
  write({ 'k8s/orders.yaml': asking('/livez') });
  await vi.waitFor(
    async () => {
      expect(await found()).toEqual([]);
    },
    { timeout: 20_000, interval: 300 },
  );
}, 60_000);
