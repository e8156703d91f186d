/** Each of several repairs says what it waits for itself. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { expect, test } from 'vitest';
import plugin from '../../src/index.js';

const SERVICE = `
import chokidar from 'chokidar';
import http from 'node:http';
const watcher = chokidar.watch('config.json');
const server = http.createServer((req, res) => res.end()).listen(3000);
process.once('SIGTERM', () => {
  server.close();
  watcher.close();
  process.exit(0);
});
`;

test('an exit beside two closes', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'waits-by-name-'));
  writeFileSync(path.join(folder, 'package.json'), '{ "type": "module", "main": "main.js" }');
  writeFileSync(path.join(folder, 'main.js'), SERVICE);
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  const results = await eslint.lintFiles(['main.js']);
  rmSync(folder, { recursive: true, force: true });
  const found = results.flatMap(({ messages }) => messages).filter(({ ruleId }) => ruleId?.endsWith('/no-exit-before-close') === true);
  expect(found.flatMap(({ suggestions = [] }) => suggestions.map(({ desc }) => desc))).toEqual([
    'Wait for `server.close()` before the process ends.',
    'Wait for `watcher.close()` before the process ends.',
    'Set the exit code and let the process end by itself when all is closed.',
  ]);
});
