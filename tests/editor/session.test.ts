/** A process that lives on between runs, as in an editor: what it remembers must not outlive the files. */
import fs from 'node:fs';
import path from 'node:path';
import { ESLint } from 'eslint';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, write, type Files } from '../package/built.js';

const server = `import http from 'node:http';
import { onStop } from './stop.js';

const server = http.createServer((request, response) => response.end('ok'));
onStop(() => server.close());
server.listen(3000);
`;
const stop = `export function onStop(stop) {
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    stop();
  });
}
`;
const deaf = 'export function onStop(stop) {\n  globalThis.stop = stop;\n}\n';

const files: Files = {
  'package.json': '{ "name": "a", "type": "module", "scripts": { "start": "node server.js" } }',
  'server.js': server,
  'stop.js': stop,
};
const found = ['require-sigterm-listener'];

let folder = '';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
  folder = projectOf(files);
});
afterEach(() => {
  vi.useRealTimers();
});

/** The rules that are reported for a file, with the text that the editor has or the one on disk. */
async function lint(name: string, text = fs.readFileSync(path.join(folder, name), 'utf8')): Promise<readonly string[]> {
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  const results = await eslint.lintText(text, { filePath: name });
  return results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ruleId?.replace('graceful-shutdown/', '') ?? message));
}

function wait(seconds: number): void {
  vi.advanceTimersByTime(seconds * 1000);
}

test('a neighbour that is edited and not saved counts', async () => {
  expect(await lint('server.js')).toEqual([]);
  await lint('stop.js', deaf);
  expect(await lint('server.js')).toEqual(found);
  await lint('stop.js', stop);
  expect(await lint('server.js')).toEqual([]);
});

test('a neighbour that something else writes counts after a second', async () => {
  expect(await lint('server.js')).toEqual([]);
  write(folder, { 'stop.js': deaf });
  wait(2);
  expect(await lint('server.js')).toEqual(found);
});

test('what is written later wins over a text that was not saved', async () => {
  await lint('stop.js', deaf);
  expect(await lint('server.js')).toEqual(found);
  write(folder, { 'stop.js': `// another branch\n${stop}` });
  wait(2);
  expect(await lint('server.js')).toEqual([]);
});

test('a text that is thrown away without a word is forgotten in time', async () => {
  await lint('stop.js', deaf);
  wait(300);
  expect(await lint('server.js')).toEqual(found);
  wait(301);
  expect(await lint('server.js')).toEqual([]);
});

test('a text that is linted again is not forgotten', async () => {
  await lint('stop.js', deaf);
  wait(500);
  await lint('stop.js', deaf);
  wait(500);
  expect(await lint('server.js')).toEqual(found);
});

test('a file that comes and goes', async () => {
  fs.rmSync(path.join(folder, 'stop.js'));
  const before = await lint('server.js');
  write(folder, { 'stop.js': stop });
  wait(2);
  expect(await lint('server.js')).toEqual([]);
  fs.rmSync(path.join(folder, 'stop.js'));
  wait(2);
  expect(await lint('server.js')).toEqual(before);
});

test('a new file is part of the program at once, in a new folder too', async () => {
  expect(await lint('server.js')).toEqual([]);
  write(folder, { 'src/jobs/clock.js': 'export const clock = setInterval(() => console.log(1), 1000);\n' });
  write(folder, { 'server.js': `import './src/jobs/clock.js';\n${server}` });
  expect(await lint('server.js')).toEqual([]);
  expect(await lint('src/jobs/clock.js')).toEqual(['no-uncleared-timer']);
});

test('another version in package.json is another library', async () => {
  const cache = `import { createClient } from 'redis';

const client = createClient();
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await client.quit();
  process.exit(0);
});
client.on('message', (channel, text) => console.log(text));
`;
  const manifest = (version: string): string => JSON.stringify({ name: 'a', type: 'module', dependencies: { redis: version } });
  write(folder, { 'server.js': cache, 'package.json': manifest('^3.1.0') });
  expect(await lint('server.js')).toEqual(['no-unawaited-close', 'no-exit-before-close']);
  write(folder, { 'package.json': manifest('^4.7.0') });
  wait(2);
  expect(await lint('server.js')).toEqual([]);
});

test('a component that becomes a server is analysed', async () => {
  const component = 'export function Page() {\n  const [count] = useState(0);\n  return count;\n}\n';
  write(folder, { 'server.js': component });
  expect(await lint('server.js')).toEqual([]);
  write(folder, { 'stop.js': deaf, 'server.js': server });
  wait(2);
  expect(await lint('server.js')).toEqual(found);
});
