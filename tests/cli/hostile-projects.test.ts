/** Projects that are made to take for ever: the run ends, and what stands beside has its findings. */
import fs from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ESLint } from 'eslint';
import plugin from '../../src/index.js';
import { projectOf, type Files } from '../package/built.js';
import { notesOf } from '../package/eslint-run.js';
import { unstoppable } from '../package/services.js';
import { linted } from './command.js';

const start = { name: 'a', type: 'module', scripts: { start: 'node server.js' } };
const service: Files = { 'package.json': JSON.stringify(start), 'server.js': unstoppable };
const found = 'server.js:2 require-sigterm-listener';
/** Milliseconds: what is not bounded takes far longer. */
const GENEROUS = { timeout: 60_000 };

function modules(count: number, text: (index: number) => string): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`lib/m${String(index)}.js`, text(index)]));
}

test('an import cycle of 2,000 modules that hand a server on', GENEROUS, async () => {
  const next = (index: number): string => `./m${String((index + 1) % 2000)}.js`;
  const files = modules(
    2000,
    (index) =>
      `import { open as next } from '${next(index)}';\nexport const open = (server) => next(server).listen(index);\nexport const close = (server) => server.close();\n`,
  );
  const { notes } = await linted({
    ...service,
    ...files,
    'server.js': `import { open } from './lib/m0.js';\n${unstoppable}export { open };\n`,
  });
  expect(notes).toEqual(['server.js:3 require-sigterm-listener']);
});

test('150 lists that hold one another, handed to 100 calls', GENEROUS, async () => {
  const names = Array.from({ length: 150 }, (_, index) => `l${String(index)}`);
  const lists = names.map((name) => `const ${name} = [];\n`).join('');
  const filled = names.map((name) => `${name}.push(${names.join(', ')}, () => server.close());\n`).join('');
  const calls = Array.from({ length: 100 }, (_, index) => `each(l${String(index)});\n`).join('');
  const run = 'function each(list) {\n  for (const one of list) one();\n}\n';
  const { notes } = await linted({ ...service, 'server.js': `${unstoppable}${lists}${filled}${run}${calls}` });
  expect(notes).toEqual([found]);
});

test('re-exports that multiply to 100,000 ways', GENEROUS, async () => {
  // Each of 17 modules passes on the next one twice: 2 to the power of 17 ways.
  const files = modules(18, (index) =>
    index === 17
      ? "import http from 'node:http';\nexport const open = () => http.createServer().listen(1);\n"
      : `export * from './m${String(index + 1)}.js';\nexport * from './m${String(index + 1)}.js?again';\nexport { open as open${String(index)}, open } from './m${String(index + 1)}.js';\n`,
  );
  const server = "import { open } from './lib/m0.js';\nopen();\n";
  const { code } = await linted({
    ...files,
    'package.json': JSON.stringify(start),
    'server.js': server,
    'other.js': "process.on('SIGKILL', () => {});\n",
  });
  expect(code).toBe(1);
});

test('one module that re-exports 100,000 names', GENEROUS, async () => {
  const names = Array.from({ length: 20_000 }, (_, index) => `open as o${String(index)}`);
  const wide = `export { ${names.join(', ')} } from './open.js';\n`;
  const files = {
    ...service,
    'wide.js': wide,
    'all.js': Array.from({ length: 5 }, (_, index) => `export * as w${String(index)} from './wide.js';\n`).join(''),
    'open.js': `import http from 'node:http';\nexport const open = () => http.createServer().listen(1);\n`,
  };
  expect((await linted({ ...files, 'server.js': `import './all.js';\n${unstoppable}` })).notes).toContain(
    'server.js:3 require-sigterm-listener',
  );
});

test('names that mean something in regular expressions', async () => {
  const odd = "const close = (server) => server.close();\nexport { close as '(', close as '[a', close as '$&', close as '\\\\' };\n";
  const files = {
    ...service,
    'odd.js': odd,
    'uses.js': "import { '(' as a, '[a' as b } from './odd.js';\nexport const c = (server) => a(b(server));\n",
  };
  expect((await linted(files)).notes).toEqual([found]);
});

test('a package.json of 50 MB', GENEROUS, async () => {
  const large = JSON.stringify({ name: 'large', description: 'x'.repeat(50_000_000) });
  const { notes } = await linted({ ...service, 'packages/large/package.json': large, 'packages/large/index.js': 'export {};\n' });
  expect(notes).toEqual([found]);
});

test.skipIf(process.platform === 'win32')('folders and files with line breaks in their names', async () => {
  const files = {
    ...service,
    'a\nb/c\nd.js': "process.on('SIGKILL', () => {});\n",
    'server.js': `import './a\\nb/c\\nd.js';\n${unstoppable}`,
  };
  const { notes } = await linted(files);
  expect(notes).toEqual(['a\nb/c\nd.js:1 valid-signal', 'server.js:3 require-sigterm-listener']);
});

test.skipIf(process.platform === 'win32')('folders of links that lead to each other', async () => {
  const folder = projectOf({ ...service, 'a/x.js': '', 'b/y.js': '' });
  for (let index = 0; index < 20; index += 1) {
    fs.symlinkSync('../b', path.join(folder, `a/to${String(index)}`));
    fs.symlinkSync('../a', path.join(folder, `b/to${String(index)}`));
  }
  expect((await linted(folder)).notes).toEqual([found]);
});

test('two configurations of TypeScript that extend each other', async () => {
  const files = {
    ...service,
    'tsconfig.json': '{ "extends": ["./one.json", "./tsconfig.json"], "references": [{ "path": "./one.json" }] }',
    'one.json': '{ "extends": "./tsconfig.json", "compilerOptions": { "paths": { "@/*": ["./*"] } } }',
    'server.js': `import '@/other.js';\n${unstoppable}`,
    'other.js': '',
  };
  expect((await linted(files)).notes).toEqual(['server.js:3 require-sigterm-listener']);
});

test('files that vanish between the listing and the reading, and folders that may only be read', async () => {
  const folder = projectOf({ ...service, 'helper.js': 'export const help = () => process.exit();\n', 'gone/a.js': 'export {};\n' });
  const eslint = new ESLint({ cwd: folder, overrideConfigFile: true, overrideConfig: plugin.configs.recommended });
  fs.chmodSync(folder, 0o555);
  try {
    const text = `import { help } from './helper.js';\nimport './gone/a.js';\n${unstoppable}`;
    const lint = async (): Promise<readonly string[]> =>
      notesOf(folder, await eslint.lintText(text, { filePath: path.join(folder, 'server.js') }));
    expect(await lint()).toEqual(['server.js:4 require-sigterm-listener']);
    fs.rmSync(path.join(folder, 'gone'), { recursive: true, force: true, maxRetries: 0 });
  } catch (error) {
    expect(String(error)).toMatch(/EACCES|EPERM/u);
  } finally {
    fs.chmodSync(folder, 0o755);
  }
  fs.rmSync(path.join(folder, 'gone'), { recursive: true, force: true });
  const [note] = notesOf(folder, await eslint.lintText(unstoppable, { filePath: path.join(folder, 'server.js') }));
  expect(note).toBe(found);
});

test('classes mixed from lists, each of which may extend any other', GENEROUS, async () => {
  const mixins = Array.from(
    { length: 40 },
    (_, index) => `(Base) => class M${String(index)} extends Base { m${String(index)}() { return this.stop(); } }`,
  );
  const mixed = `import { Server } from 'node:http';
const mixins = [
  ${mixins.join(',\n  ')},
];
let cls = class { start() { this.server = new Server(); } };
for (const mixin of mixins) cls = mixin(cls);
export const instance = new cls();
instance.stop();
`;
  const { notes } = await linted({ ...service, 'mixed.js': mixed, 'server.js': `import './mixed.js';\n${unstoppable}` });
  expect(notes).toEqual(['server.js:3 require-sigterm-listener']);
});

test('classes made by one function, each from the one before', GENEROUS, async () => {
  const classes = Array.from(
    { length: 40 },
    (_, index) => `class C${String(index)} extends make(${index === 0 ? 'Base' : `C${String(index - 1)}`}) { turn() { this.half(); } }`,
  );
  const made = `import { Server } from 'node:http';
class Other { turn() {} }
class Base { turn() {} half() {} }
function make(Inherited) {
  return class extends Inherited { half() { super.half(); } };
}
${classes.join('\n')}
export class Service extends Other { start() { this.server = new Server(); this.turn(); this.half(); } }
new Service().start();
`;
  const { notes } = await linted({ ...service, 'made.js': made, 'server.js': `import './made.js';\n${unstoppable}` });
  expect(notes).toEqual(['server.js:3 require-sigterm-listener']);
});
