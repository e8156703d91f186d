/** `graceful-shutdown explain FILE:LINE`: the reasons behind a finding, or behind silence. */
import { describe, expect, test } from 'vitest';
import { projectOf, type Files } from '../package/built.js';
import { command } from './command.js';

const service: Files = {
  'package.json': JSON.stringify({
    name: 'a',
    type: 'module',
    scripts: { start: 'node src/server.js' },
    dependencies: { pg: '^8.13.0', 'unknown-queue': '^1.0.0' },
  }),
  'src/server.js': `import http from 'node:http';
import { stop } from './stop.js';
import { queue } from './queue.js';
import './cron.js';

const server = http.createServer((request, response) => response.end('ok'));
server.listen(3000);
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await stop(server);
  queue.add('stopped');
});
`,
  'src/stop.js': `import { pool } from './db.js';

export async function stop(server) {
  await server.close();
  await pool.end();
}
`,
  'src/db.js': "import { Pool } from 'pg';\n\nexport const pool = new Pool();\nexport const replica = new Pool();\n",
  'src/queue.js': "import { Queue } from 'unknown-queue';\n\nexport const queue = new Queue();\n",
  'src/cron.js': 'setInterval(() => console.log(1), 1000);\n',
  'src/names.js': 'export const names = [];\n',
  'test/server.test.js': "process.on('SIGKILL', () => {});\n",
  'cli.js': "#!/usr/bin/env node\nimport { Pool } from 'pg';\nawait new Pool().query('select 1');\n",
  Dockerfile: 'FROM node:22\n',
  'dist/server.js': '',
  'broken.js': "process.on('SIGTERM', () => {);\n",
};

const folder = projectOf(service);

async function explain(place: string, where = folder): Promise<string> {
  const { code, stdout, stderr } = await command(where, 'explain', place);
  expect([code, stderr]).toEqual([0, '']);
  return stdout;
}

describe('a line with a finding', () => {
  test('the finding, the way to the line, what the line does, and how the process is stopped', async () => {
    const text = await explain('src/stop.js:4');
    expect(text).toMatch(/^src\/stop\.js:4\n {4}await server\.close\(\);\n\nReported\n/u);
    expect(text).toContain('graceful-shutdown/no-unawaited-close  `server.close()` returns no promise');
    expect(text).toContain('Program src/server.js\n');
    expect(text).toContain('a script of package.json starts it');
    expect(text).toContain('It comes here by src/server.js → a function (src/server.js:8) → stop (src/stop.js:3).');
    expect(text).toContain('SIGTERM is handled. Handled: SIGTERM at src/server.js:8.');
    expect(text).toContain('closes the HTTP server; a callback tells when that is done, and the call gives no promise.');
  });

  test('what is missing for a thing that nobody closes', async () => {
    const text = await explain('src/db.js:4:23');
    expect(text).toContain('It opens `replica` (connection pool), which must be closed. No shutdown is seen that closes it.');
  });

  test('a timer that holds the process', async () => {
    expect(await explain('src/cron.js:1')).toContain('repeats until it is cleared, and holds the process.');
  });
});

describe('a line without a finding', () => {
  test('who closes what it opens', async () => {
    const text = await explain('src/db.js:3');
    expect(text).toContain('Reported\n    Nothing, by any rule.\n');
    expect(text).toContain(
      'It opens `pool` (connection pool), which must be closed. The shutdown closes it: src/stop.js:5, which is waited for.',
    );
  });

  test('a package that is not known', async () => {
    expect(await explain('src/queue.js:3')).toContain(
      '`new Queue()` comes from `unknown-queue`, which the catalogue does not know: it may do anything, and no finding rests on it.',
    );
  });

  test.each([
    ['src/names.js:1', 'it is not read'],
    ['test/server.test.js:1', 'The file is a test by its name or folder'],
    ['cli.js:3', 'No process that serves or consumes comes here'],
    ['broken.js:1', 'The file cannot be parsed'],
    ['Dockerfile:1', 'The file is no code'],
    ['dist/server.js:1', 'The file is in a folder of installed or built code'],
  ])('%s', async (place, why) => {
    expect(await explain(place)).toContain(why);
  });
});

test('names findings elsewhere that rest on the line', async () => {
  const blocking: Files = {
    'package.json': '{ "name": "a", "type": "module", "scripts": { "start": "node server.js" } }',
    'server.js': `import http from 'node:http';
import { page } from './page.js';
http.createServer((request, response) => response.end(page())).listen(3000);
`,
    'page.js': "import fs from 'node:fs';\nexport const page = () => fs.readFileSync('page.html');\n",
  };
  expect(await explain('page.js:2', projectOf(blocking))).toMatch(/Reported\n(?: {4}.*\n)* {4}server\.js:3 {2}graceful-shutdown\//u);
});

test.each([
  [[], 'explain takes a place, such as src/server.ts:14.'],
  [['src/server.js'], 'explain takes a place, such as src/server.ts:14.'],
  [['missing.js:3'], 'There is no file "missing.js".'],
  [['src/db.js:400'], '"src/db.js:400" is no line that can be read.'],
])('%j is wrong use', async (args, text) => {
  expect(await command(folder, 'explain', ...args)).toEqual({ code: 2, stdout: '', stderr: `graceful-shutdown: ${text}\n` });
});
