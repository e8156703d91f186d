/** Files that are broken or not there: a clear message or silence, the rest linted, and never a stack trace. */
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectOf, type Files } from '../package/built.js';
import { unstoppable } from '../package/services.js';
import { command, linted } from './command.js';

const start = { name: 'a', type: 'module', scripts: { start: 'node server.js' } };
const service: Files = { 'package.json': JSON.stringify(start), 'server.js': unstoppable };
const found = 'server.js:2 require-sigterm-listener';

describe('a file with a syntax error', () => {
  test('has that one finding, and the others have theirs', async () => {
    const { code, notes } = await linted({ ...service, 'broken.js': 'export const = 1;\n', 'broken.ts': 'let a: = 1;\n' });
    expect(notes).toHaveLength(3);
    expect(notes[0]).toMatch(/^broken\.js:1 Parsing error: /u);
    expect(notes[1]).toMatch(/^broken\.ts:1 Parsing error: /u);
    expect([notes[2], code]).toEqual([found, 1]);
  });

  /** `server.js` hands its shutdown to a helper that cannot be read. */
  async function beside(helper: string): Promise<readonly string[]> {
    const server = `import { ${helper} } from './stop.js';\n${unstoppable}${helper}(() => {});\n`;
    const stop = `export const ${helper} = (stop) => process.once('SIGTERM', stop;\n`;
    const { notes } = await linted({ ...service, 'server.js': server, 'stop.js': stop });
    expect(notes.filter((note) => note.startsWith('stop.js'))).toHaveLength(1);
    return notes.filter((note) => !note.startsWith('stop.js'));
  }

  test.each(['onShutdown', 'whenDone'])('is unknown to those that import %s from it, and unknown is silent', async (helper) => {
    expect(await beside(helper)).toEqual([]);
  });
});

test('scripts that are no modules are read as scripts', async () => {
  const script = "if (process.argv.length > 9) return;\nvar mode = 0644;\nrequire('node:http').createServer().listen(mode);\n";
  const { notes } = await linted({ 'package.json': '{ "name": "a", "scripts": { "start": "node server.js" } }', 'server.js': script });
  expect(notes).toEqual(['server.js:3 require-sigterm-listener']);
});

describe('what is not a file', () => {
  test('a path that does not exist is wrong use', async () => {
    const { code, stderr, stdout } = await command(projectOf(service), 'server.js', 'src');
    expect([code, stdout, stderr]).toEqual([2, '', 'graceful-shutdown: There is no file or folder "src".\n']);
  });

  test('an empty folder holds nothing to lint', async () => {
    const { code, stdout, stderr } = await command(projectOf({}));
    expect([code, stdout, stderr]).toEqual([0, 'There are no JavaScript or TypeScript files to lint.\n', '']);
  });

  test('a pattern that nothing matches finds nothing to lint', async () => {
    const outcome = await command(projectOf(service), 'lib/**/*.js');
    expect(outcome).toMatchObject({ code: 0, stdout: 'There are no JavaScript or TypeScript files to lint.\n' });
  });

  test('a folder with the name of a file is a folder', async () => {
    const files = { ...service, 'a.js/index.js': "process.on('SIGKILL', () => {});\n" };
    expect((await linted(files)).notes).toEqual(['a.js/index.js:1 valid-signal', found]);
    expect((await linted({ ...files, 'server.js': `import './a.js';\n${unstoppable}` }, 'server.js')).code).toBe(1);
  });

  test('links that lead nowhere, or in a circle, are left out', async () => {
    const folder = projectOf(service);
    fs.symlinkSync('nowhere.js', path.join(folder, 'link.js'));
    fs.symlinkSync('nowhere.js', path.join(folder, '.#odd {name} [1].ts'));
    fs.symlinkSync('.', path.join(folder, 'circle'));
    fs.symlinkSync('self.js', path.join(folder, 'self.js'));
    expect(await linted(folder)).toMatchObject({ code: 1, notes: [found] });
  });

  test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)('a file that may not be read is a finding', async () => {
    const folder = projectOf({ ...service, 'secret.js': unstoppable });
    fs.chmodSync(path.join(folder, 'secret.js'), 0);
    expect(await linted(folder)).toMatchObject({ code: 1, notes: [found, 'secret.js:1 The file cannot be read (EACCES).'] });
  });
});

describe('package.json', () => {
  test.each([
    ['cut off', '{ "name": '],
    ['empty', ''],
    ['a list', '[1]'],
    ['null', 'null'],
    [
      'all of the wrong type',
      JSON.stringify({
        name: 5,
        type: [],
        scripts: 'x',
        dependencies: [1],
        bin: 7,
        exports: { a: [null] },
        workspaces: 9,
        engines: 'x',
        main: {},
      }),
    ],
    ['with a range that is none', '{"name":"a","dependencies":{"express":"what?"},"engines":{"node":"new"}}'],
  ])('%s', async (_, text) => {
    expect(await linted({ ...service, 'package.json': text })).toMatchObject({ code: 1, notes: [found] });
  });
});

describe('tsconfig.json', () => {
  test.each([
    ['cut off', '{ "compilerOptions": '],
    ['empty', ''],
    ['that extends itself', '{ "extends": "./tsconfig.json" }'],
    ['that extends what is not there', '{ "extends": ["./base.json", "@tsconfig/none"] }'],
    ['of the wrong type', '{ "compilerOptions": { "paths": 5, "baseUrl": [] }, "references": "x" }'],
    ['that refers to itself', '{ "references": [{ "path": "." }], "compilerOptions": { "paths": { "@/*": ["./*"] } } }'],
  ])('%s', async (_, text) => {
    const server = `import { port } from '@/port';\nimport './other.js';\n${unstoppable}export const used: number = port;\n`;
    const manifest = JSON.stringify({ name: 'a', type: 'module' });
    const files = { 'package.json': manifest, 'tsconfig.json': text, 'server.ts': server, 'other.ts': 'export const other = 1;\n' };
    expect(await linted(files)).toMatchObject({ code: 1, notes: ['server.ts:4 require-sigterm-listener'] });
  });
});
