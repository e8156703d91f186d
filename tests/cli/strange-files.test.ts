/** Files that are valid and unlike what people write. */
import { describe, expect, test } from 'vitest';
import plugin from '../../src/index.js';
import { projectOf, type Files } from '../package/built.js';
import { findingsWith } from '../package/eslint-run.js';
import { unstoppable } from '../package/services.js';
import { linted } from './command.js';

const start = { name: 'a', type: 'module', scripts: { start: 'node server.js' } };
const service: Files = { 'package.json': JSON.stringify(start), 'server.js': unstoppable };
const found = 'server.js:2 require-sigterm-listener';
const uncatchable = "process.on('SIGKILL', () => {});\n";

test('an import cycle', async () => {
  const files = {
    ...service,
    'server.js': `import { a } from './a.js';\n${unstoppable}export const port = () => a();\n`,
    'a.js': "import { b } from './b.js';\nexport const a = () => b();\nexport * from './b.js';\n",
    'b.js':
      "import { a } from './a.js';\nimport { port } from './server.js';\nexport const b = () => a() ?? port();\nexport * from './a.js';\n",
    'self.js': "import './self.js';\nexport * from './self.js';\n",
  };
  expect(await linted(files)).toMatchObject({ code: 1, notes: ['server.js:3 require-sigterm-listener'] });
});

test('a byte order mark moves nothing', async () => {
  expect(await linted({ ...service, 'server.js': `\uFEFF${unstoppable}` })).toMatchObject({ notes: [found] });
  expect(await linted({ ...service, 'package.json': `\uFEFF${JSON.stringify(start)}` })).toMatchObject({ notes: [found] });
});

test('a hashbang is a comment; what package.json starts is a service all the same', async () => {
  expect((await linted({ ...service, 'server.js': `#!/usr/bin/env node\n${unstoppable}` })).notes).toEqual([
    'server.js:3 require-sigterm-listener',
  ]);
});

test('empty files', async () => {
  const files = { ...service, 'a.js': '', 'b.ts': '', 'c.cjs': '\uFEFF', 'd.mjs': ' \n\n', 'e.jsx': '// nothing\n' };
  expect((await linted(files)).notes).toEqual([found]);
});

test('line ends of Windows, and separators of Unicode', async () => {
  expect((await linted({ ...service, 'server.js': unstoppable.replaceAll('\n', '\r\n') })).notes).toEqual([found]);
  expect((await linted({ ...service, 'server.js': unstoppable.replaceAll('\n', '\u2028') })).notes).toEqual([found]);
});

test('a text that is binary, or no UTF-8, is no reason to stop', async () => {
  const { notes } = await linted({ ...service, 'latin.js': 'const a = "\uFFFD";\n', 'binary.js': '\0\0\u0001' });
  expect(notes.filter((note) => !note.startsWith('binary.js'))).toEqual([found]);
});

test('a text with a character of no text in it is read like others', async () => {
  const files = {
    ...service,
    'server.js': `import http from 'node:http';
import { shutDown } from './stop.js';
const server = http.createServer().listen(3000);
process.on('SIGTERM', () => {
  shutDown(server);
  process.exit(0);
});
`,
    'stop.js': 'export const key = (a, b) => `${a}\0${b}`;\nexport function shutDown(server) {\n  server.close();\n}\n',
  };
  expect((await linted(files)).notes).toEqual(['server.js:6 no-exit-before-close', 'stop.js:3 no-unawaited-close']);
});

describe('a generated file', () => {
  const rows = `  { id: 1, text: "${'x'.repeat(180)}" },\n`.repeat(25_000);

  test('of 5 MB holds nobody up and has no findings of ours', async () => {
    const files = { ...service, 'data.js': `${uncatchable}export default [\n${rows}];\n` };
    expect((await linted(files)).notes).toEqual([found]);
    expect(await findingsWith(projectOf(files), plugin.configs.recommended)).toEqual([found]);
  });
});

test('an .eslintignore of old, which says nothing here', async () => {
  expect((await linted({ ...service, '.eslintignore': 'server.js\n' })).notes).toEqual([found]);
});

describe('nested 10,000 deep', () => {
  const times = 10_000;
  const around = (open: string, inside: string, close: string): string => open.repeat(times) + inside + close.repeat(times);

  test.each([
    ['brackets', 'js', `export default ${around('[', '1', ']')};\n`],
    ['parentheses', 'ts', `export default ${around('(', '1', ')')};\n`],
    ['blocks', 'js', around('{', ';', '}')],
    ['functions', 'js', `export default ${around('() => ', '1', '')};\n`],
    ['calls', 'js', `export default a${'()'.repeat(times)};\n`],
    ['sums', 'ts', `export default ${'1 + '.repeat(times)}1;\n`],
    // Deeper, the parser of ESLint itself can die where it compiles a regular expression at the end of the stack.
    ['else if', 'js', `if (a) {} ${'else if (b) {} '.repeat(1500)}\n`],
    ['awaits', 'mjs', `export default ${'await '.repeat(times)}1;\n`],
    ['templates', 'js', `export default ${around('`${', '1', '}`')};\n`],
    ['types', 'ts', `export type A = ${around('Array<', 'string', '>')};\n`],
  ])('%s', async (_, extension, text) => {
    const { code, notes } = await linted({ ...service, [`deep.${extension}`]: text, 'other.js': uncatchable });
    const others = notes.filter((note) => !note.startsWith('deep.'));
    expect(others).toEqual(['other.js:1 valid-signal', found]);
    expect(notes.length - others.length).toBeLessThanOrEqual(1);
    expect(code).toBe(1);
  });
});
