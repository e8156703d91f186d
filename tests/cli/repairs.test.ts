/** `--fix` and `--fix-suggestions` on files. */
import fs from 'node:fs';
import path from 'node:path';
import { parse } from '@typescript-eslint/parser';
import { describe, expect, test } from 'vitest';
import { projectOf, repository, type Files } from '../package/built.js';
import { orders, ordersFindings } from '../package/services.js';
import { command, linted } from './command.js';

function textsIn(folder: string, names: readonly string[]): readonly string[] {
  return names.map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

function expectToParse(folder: string): void {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/u.test(name));
  for (const name of names)
    expect(() => parse(textsIn(folder, [name])[0] ?? '', { sourceType: 'module', filePath: name }), name).not.toThrow();
}

const entries = { 'package.json': JSON.stringify({ name: 'a', type: 'module', scripts: { start: 'node src/a-server.js' } }) };

describe('--fix', () => {
  test('applies what cannot change the meaning, and reports the rest', async () => {
    const { folder, notes, code } = await linted(orders, '--fix');
    expect(notes.some((note) => note.includes('valid-signal'))).toBe(false);
    expect(textsIn(folder, ['src/worker.js'])[0]).toBe((orders['src/worker.js'] ?? '').replace('SIGTERN', 'SIGTERM'));
    expect(textsIn(folder, ['src/server.js', 'src/metrics.js'])).toEqual([orders['src/server.js'], orders['src/metrics.js']]);
    expect(code).toBe(1);
  });

  test('what it reports is true of the repaired files, in files linted earlier too', async () => {
    const files = {
      ...entries,
      'src/a-server.js': [
        "import http from 'node:http';",
        "import { onStop } from './b-signals.js';",
        'const server = http.createServer((request, response) => response.end());',
        'server.listen(3000);',
        'onStop(() => server.close());',
      ].join('\n'),
      'src/b-signals.js': `export function onStop(stop) {
        process.once('SIGTERN', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          stop();
        });
      }`,
    };
    expect((await linted(files)).notes).toEqual(['src/a-server.js:4 require-sigterm-listener', 'src/b-signals.js:2 valid-signal']);
    expect(await linted(files, '--fix')).toMatchObject({ code: 0, notes: [] });
  });

  test('without it nothing is written', async () => {
    const { folder } = await linted(orders);
    const names = Object.keys(orders);
    expect(textsIn(folder, names)).toEqual(Object.values(orders));
  });
});

describe('--fix-suggestions', () => {
  test('goes on until nothing changes, and what it leaves parses', async () => {
    const { folder, notes, code } = await linted(orders, '--fix-suggestions');
    expectToParse(folder);
    expect([notes, code]).toEqual([[], 0]);
    expect(await linted(folder)).toMatchObject({ notes: [], code: 0 });
  });

  test('a second run changes nothing', async () => {
    const { folder } = await linted(orders, '--fix-suggestions', '--config', 'all');
    const names = Object.keys(orders);
    const once = textsIn(folder, names);
    await linted(folder, '--fix-suggestions', '--config', 'all');
    expect(textsIn(folder, names)).toEqual(once);
  });

  test('what is left after it is what a new run finds', async () => {
    const { folder, notes } = await linted(orders, '--fix-suggestions', '--config', 'all');
    expect((await linted(folder, '--config', 'all')).notes).toEqual(notes);
  });

  test.each(['recommended', 'all'])('repairs the example with %s', async (config) => {
    const folder = projectOf({});
    fs.cpSync(path.join(repository, 'examples/checkout'), folder, { recursive: true, filter: (name) => !name.endsWith('node_modules') });
    const before = await linted(folder, '--config', config);
    const after = await linted(folder, '--fix-suggestions', '--config', config);
    expectToParse(folder);
    expect(before.notes.length).toBeGreaterThan(5);
    expect(after.notes).toEqual([]);
  });

  test('keeps a byte order mark, a hashbang and line ends of Windows', async () => {
    const lines = [
      '#!/usr/bin/env node',
      "import http from 'node:http';",
      'http.createServer().listen(3000);',
      "process.on('SIGTERN', () => {});",
    ];
    const text = `\uFEFF${lines.join('\r\n')}\r\n`;
    const { folder } = await linted({ ...entries, 'src/a-server.js': text }, '--fix');
    expect(textsIn(folder, ['src/a-server.js'])[0]).toBe(text.replace('SIGTERN', 'SIGTERM'));
  });

  test('leaves a file with a syntax error as it is, and repairs the others', async () => {
    const broken = "process.on('SIGTERN', () => {);\n";
    const files: Files = { ...orders, 'src/broken.js': broken };
    const { folder, notes, code } = await linted(files, '--fix-suggestions');
    expect(textsIn(folder, ['src/broken.js'])).toEqual([broken]);
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^src\/broken\.js:1 Parsing error/u);
    expect(code).toBe(1);
  });

  test('tells what remains in words', async () => {
    const { stdout } = await command(projectOf({ ...orders, 'src/broken.js': 'const = 1;\n' }), '--fix-suggestions');
    expect(stdout).toContain('1 finding in 1 file.');
    expect(ordersFindings.filter((note) => stdout.includes(note.split(' ')[1] ?? ''))).toEqual([]);
  });
});
