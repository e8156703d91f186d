/** What a session of an editor has learned before an edit changes nothing of what it says after it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ESLint } from 'eslint';
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, type Files } from '../package/built.js';
import { notesOf } from '../package/eslint-run.js';

const SERVICES = path.resolve(import.meta.dirname, '../services');
const services = readdirSync(SERVICES).filter((name) => statSync(path.join(SERVICES, name)).isDirectory());
/** Files of a service that are edited, one after the other. */
const EDITED = 3;

const sourcesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.[cm]?[jt]s$/u.test(name) && !name.includes('node_modules'))
    .toSorted();

const read = (folder: string, file: string): string => readFileSync(path.join(folder, file), 'utf8');

/** Another signal, no close, or one timer more: something that others are to hear of. */
function edited(text: string): string {
  const other = text.replace('SIGTERM', 'SIGUSR2').replace(/\.(?:close|end|quit|disconnect)\(/u, '.toString(');
  return other === text ? `${text}\nsetInterval(() => console.log('edited'), 1000);\n` : other;
}

const sessionIn = (folder: string): ESLint =>
  new ESLint({ cwd: folder, overrideConfigFile: true, errorOnUnmatchedPattern: false, overrideConfig: plugin.configs.recommended });

async function linted(folder: string, texts: Files): Promise<readonly string[]> {
  const eslint = sessionIn(folder);
  const results = [];
  for (const [file, text] of Object.entries(texts)) results.push(...(await eslint.lintText(text, { filePath: path.join(folder, file) })));
  return notesOf(folder, results).toSorted();
}

/** Each edit in one session that goes on, and as the first text of another one. */
async function compare(folder: string): Promise<void> {
  const files = sourcesIn(folder);
  const texts = Object.fromEntries(files.map((file) => [file, read(folder, file)]));
  await linted(folder, texts);
  for (const file of files.slice(0, EDITED)) {
    const now = { ...texts, [file]: edited(texts[file] ?? '') };
    const fresh = mkdtempSync(path.join(tmpdir(), 'edited-'));
    try {
      cpSync(folder, fresh, { recursive: true });
      writeFileSync(path.join(fresh, file), now[file] ?? '');
      // Once for all texts to be what they are now: what was edited before is itself again.
      await linted(folder, now);
      expect(await linted(folder, now), file).toEqual(await linted(fresh, now));
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
}

describe('says the same as a session that begins with the edited text', () => {
  test.each(services)('%s', async (name) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'session-'));
    try {
      cpSync(path.join(SERVICES, name), folder, { recursive: true });
      await compare(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  test('a class whose base is another one now', async () => {
    const folder = projectOf({
      'package.json': '{"name":"tool","type":"module","bin":"bin/run.js","dependencies":{"@oclif/core":"4"}}',
      'src/base.js': `import { Command } from '@oclif/core';\nexport class Base extends Command {\n  async stop() {}\n}\n`,
      'src/commands/start.js': `import http from 'node:http';
import { Base } from '../base.js';
export default class Start extends Base {
  async run() {
    const server = http.createServer((request, response) => response.end('ok')).listen(3000);
    process.on('SIGTERM', () => {
      server.close();
      process.exit(0);
    });
  }
}
`,
    });
    const start = read(folder, 'src/commands/start.js');
    const base = read(folder, 'src/base.js');
    const said = ['src/commands/start.js:8 no-exit-before-close'];
    expect(await linted(folder, { 'src/commands/start.js': start })).toEqual(expect.arrayContaining(said));
    const plain = base.replace('extends Command ', '').replace(/^import.*\n/u, '');
    const fresh = projectOf({ 'package.json': read(folder, 'package.json'), 'src/base.js': plain, 'src/commands/start.js': start });
    const now = { 'src/base.js': plain, 'src/commands/start.js': start };
    expect(await linted(folder, now)).toEqual(await linted(fresh, now));
  });
});
