/** The language server that VS Code, Neovim, Zed and others run for ESLint, with the built plugin in a project. */
import path from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { installedIn, projectOf, type Files } from '../package/built.js';
import { exampleIn } from '../package/doc-blocks.js';
import { toolsOf } from '../package/tools.js';
import { Editor, type Action, type Diagnostic } from './editor.js';

const server = `import http from 'node:http';
import { onStop } from './stop.js';

const server = http.createServer((request, response) => response.end('ok'));
onStop(async () => {
  await server.close();
});
server.listen(3000);
`;
const stop = `export function onStop(stop) {
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    await stop();
  });
}
`;
const files: Files = {
  'package.json': '{ "name": "a", "type": "module", "scripts": { "start": "node server.js" } }',
  'eslint.config.mjs': exampleIn('docs/editor.md', 'eslint.config.mjs'),
  'server.js': server,
  'stop.js': stop,
  Dockerfile: 'FROM node:22-slim\nWORKDIR /app\nCOPY . .\nCMD npm start\n',
};

let program = '';
let editor: Editor;

beforeAll(async () => {
  program = path.join(await toolsOf('editor'), 'node_modules/vscode-langservers-extracted/bin/vscode-eslint-language-server');
});
beforeEach(async () => {
  editor = await Editor.start(installedIn(projectOf(files)), program);
  editor.open('server.js');
  editor.open('stop.js');
});
afterEach(async () => {
  await editor.quit();
});

async function rulesIn(name: string): Promise<readonly string[]> {
  return (await editor.diagnostics(name)).map(({ code }) => code.replace('graceful-shutdown/', ''));
}

function only<Item>(items: readonly Item[]): Item {
  const [item] = items;
  if (item === undefined || items.length > 1) throw new Error(`One item is expected; there are ${String(items.length)}.`);
  return item;
}

/** The quick fixes that repair, beside those that switch a rule off or show its page. */
function repairs(actions: readonly Action[]): readonly Action[] {
  return actions.filter(({ title }) => !/^(?:Disable|Show documentation|Fix all)/u.test(title));
}

test('a finding is marked where it is, with its rule and the page of the rule', async () => {
  const found: Diagnostic = only(await editor.diagnostics('server.js'));
  expect(found).toMatchObject({ severity: 1, source: 'eslint', code: 'graceful-shutdown/no-unawaited-close' });
  expect(found.codeDescription?.href).toBe(plugin.rules['no-unawaited-close']?.meta.docs.url);
  expect(found.range.start).toEqual({ line: 5, character: 8 });
  expect(found.message).toContain('`server.close()`');
});

test('a quick fix repairs the text, and the finding is gone', async () => {
  const found = only(await editor.diagnostics('server.js'));
  const actions = await editor.actions('server.js', found);
  expect(actions.map(({ title }) => title)).toContain('Show documentation for graceful-shutdown/no-unawaited-close');
  const [repair] = repairs(actions);
  expect(repair?.title).toMatch(/\. \(graceful-shutdown\/no-unawaited-close\)$/u);
  if (repair) await editor.apply(repair);
  expect(editor.textOf('server.js')).not.toBe(server);
  expect(await rulesIn('server.js')).toEqual([]);
});

test('what is certain is an ordinary fix', async () => {
  editor.edit('stop.js', stop.replace('SIGTERM', 'SIGTERN'));
  const found = only(await editor.diagnostics('stop.js'));
  expect(found.code).toBe('graceful-shutdown/valid-signal');
  const fix = (await editor.actions('stop.js', found)).find(({ title }) => title.startsWith('Fix this'));
  if (fix) await editor.apply(fix);
  expect(editor.textOf('stop.js')).toBe(stop);
});

test('a module beside it counts as it is typed, before it is saved', async () => {
  expect(await rulesIn('server.js')).toEqual(['no-unawaited-close']);
  editor.edit('stop.js', stop.replace("process.once('SIGTERM'", "process.emit('other'"));
  await editor.diagnostics('stop.js');
  expect(await rulesIn('server.js')).toEqual(['require-sigterm-listener']);
  editor.edit('stop.js', stop);
  await editor.diagnostics('stop.js');
  expect(await rulesIn('server.js')).toEqual(['no-unawaited-close']);
});

test('and after it is saved', async () => {
  expect(await rulesIn('server.js')).toEqual(['no-unawaited-close']);
  editor.edit('stop.js', stop.replace("process.once('SIGTERM'", "process.emit('other'"));
  editor.save('stop.js');
  await editor.diagnostics('stop.js');
  expect(await rulesIn('server.js')).toEqual(['require-sigterm-listener']);
});

test('a text that cannot be parsed yet is no reason for findings elsewhere', async () => {
  editor.edit('stop.js', stop.replace('async () => {', 'async () =>'));
  await editor.diagnostics('stop.js');
  expect(await rulesIn('server.js')).toEqual(['no-unawaited-close']);
});

test('a Dockerfile has findings and quick fixes too', async () => {
  editor.open('Dockerfile');
  const found = only(await editor.diagnostics('Dockerfile'));
  expect(found).toMatchObject({ code: 'graceful-shutdown/no-signal-swallowing-command', range: { start: { line: 3 } } });
  const [repair] = repairs(await editor.actions('Dockerfile', found));
  if (repair) await editor.apply(repair);
  expect(editor.textOf('Dockerfile')).toMatch(/^CMD .*node.*server\.js/mu);
  expect(await rulesIn('Dockerfile')).toEqual([]);
});
