import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { settingsOf } from '../../src/adapter/settings.js';
import { serviceOf } from '../../src/project/analysis.js';
import { Workspace } from '../../src/project/workspace.js';

const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'life-')));
let made = 0;

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
});

const debounce = `
  export function debounce(run, wait) {
    let timer;
    return () => { clearTimeout(timer); timer = setTimeout(run, wait); };
  }
  export function drain(list) { while (true) { if (list.length === 0) return; list.pop().close(); } }
  export const isNode = typeof process === 'object' && process.env !== undefined;
`;

function modulesRead(text: string, settings: unknown = {}, dependencies: Readonly<Record<string, string>> = {}): number {
  made += 1;
  const folder = path.join(root, String(made));
  mkdirSync(folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'one', type: 'module', dependencies }));
  writeFileSync(path.join(folder, 'index.js'), text);
  writeFileSync(path.join(folder, 'debounce.js'), debounce);
  const workspace = Workspace.of(path.join(folder, 'index.js'));
  return serviceOf(workspace, settingsOf({ 'graceful-shutdown': settings })).link.modules.length;
}

test('a library in which nothing goes live is not read, whatever timers and calls of `close` it has', () => {
  expect(modulesRead(`export { debounce } from './debounce.js'; export * from 'node:path';`)).toBe(0);
});

test.each([
  ['a server', `import http from 'node:http'; import './debounce.js'; http.createServer().listen(3000);`],
  ['a signal', `import './debounce.js'; export const on = (target) => target.on('SIGTERM', () => {});`],
  ['an event of the process', `import './debounce.js'; process.on('exit', () => {});`],
  ['the process under another name', `import './debounce.js'; const own = process\nown.on('exit', () => {});`],
  ['a loop that takes work', `import './debounce.js'; while (true) await fetch('http://queue/next');`],
  ['an imported process', `import { once } from 'node:process'; import './debounce.js'; once('exit', () => {});`],
])('%s makes files matter', (_, text) => {
  expect(modulesRead(text)).toBeGreaterThan(0);
});

test('a program that finds the code which it runs makes files matter', () => {
  const plugin = `import './debounce.js'; export default async (app) => { app.addHook('onClose', () => app.db.close()); };`;
  expect(modulesRead(plugin)).toBe(0);
  expect(modulesRead(plugin, {}, { 'fastify-cli': '^7.0.0' })).toBeGreaterThan(0);
});

test('a library that the settings describe makes files matter', () => {
  const queue = {
    name: '@acme/queue',
    manual: 'https://acme.example/queue',
    verified: 'manual',
    exports: { consume: { returns: 'Consumer', opens: true, starts: true } },
    types: { Consumer: { label: 'consumer', kind: 'consumer' } },
    examples: [],
  };
  const text = `import { consume } from '@acme/queue'; import './debounce.js'; consume('orders', () => {});`;
  expect(modulesRead(text)).toBe(0);
  expect(modulesRead(text, { catalogue: [queue] })).toBeGreaterThan(0);
});
