/** Nothing of the linted project is run, and nothing around it is read. */
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { cli, node, projectOf, repository, type Files } from '../package/built.js';
import { notesOf } from '../package/eslint-run.js';
import { orders, ordersFindings } from '../package/services.js';

/** Leaves a file behind when it is run. */
function trap(name: string, language: 'esm' | 'cjs'): string {
  const write = `.writeFileSync(${JSON.stringify('TRAPS/')} + ${JSON.stringify(name.replaceAll('/', '-'))}, '');\n`;
  return language === 'esm'
    ? `import fs from 'node:fs';\nfs${write}export default {};\n`
    : `require('node:fs')${write}module.exports = {};\n`;
}

const MODULES = [
  'eslint.config.js',
  'eslint.config.mjs',
  'babel.config.mjs',
  'postcss.config.mjs',
  'prettier.config.mjs',
  'vite.config.mjs',
  'node_modules/bullmq/index.mjs',
  'formatter.mjs',
];
const SCRIPTS = [
  '.babelrc.cjs',
  '.eslintrc.cjs',
  '.pnp.cjs',
  'ecosystem.config.cjs',
  'jest.config.cjs',
  'tailwind.config.cjs',
  'webpack.config.cjs',
  'node_modules/eslint/index.cjs',
  'node_modules/eslint/lib/api.js',
  'node_modules/oxc-parser/index.cjs',
  'node_modules/typescript/lib/typescript.js',
  'node_modules/ts-trap/index.js',
  'tools/preinstall.cjs',
];

const manifests: Files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  'tsconfig.json': JSON.stringify({ compilerOptions: { plugins: [{ name: 'ts-trap', transform: './tools/preinstall.cjs' }] } }),
  'node_modules/bullmq/package.json': '{ "name": "bullmq", "version": "5.0.0", "main": "index.mjs" }',
  'node_modules/eslint/package.json': '{ "name": "eslint", "version": "9.0.0", "main": "index.cjs" }',
  'node_modules/oxc-parser/package.json': '{ "name": "oxc-parser", "version": "9.0.0", "main": "index.cjs" }',
  'node_modules/typescript/package.json': '{ "name": "typescript", "version": "9.0.0", "main": "lib/typescript.js" }',
  'node_modules/ts-trap/package.json': '{ "name": "ts-trap", "version": "9.0.0" }',
  Dockerfile: 'FROM node:22\nRUN node tools/preinstall.cjs\nCMD ["node", "src/server.js"]\n',
};

/** A project, and beside it what it points to and may not have. */
function trappedProject(): { readonly folder: string; readonly traps: string } {
  const around = projectOf({ 'traps/none': '' });
  const traps = path.join(around, 'traps');
  const folder = path.join(around, 'project');
  const manifest: object = JSON.parse(orders['package.json'] ?? '{}');
  const preinstall = 'node tools/preinstall.cjs';
  const scripts = { start: 'node src/server.js', worker: 'node src/worker.js', preinstall, prepare: preinstall, postinstall: preinstall };
  const files: Files = {
    ...orders,
    ...manifests,
    'package.json': JSON.stringify({ ...manifest, scripts, eslintConfig: { extends: './.eslintrc.cjs' } }),
    ...Object.fromEntries(MODULES.map((name) => [name, trap(name, 'esm')])),
    ...Object.fromEntries(SCRIPTS.map((name) => [name, trap(name, 'cjs')])),
  };
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text.replaceAll('TRAPS', traps.replaceAll('\\', '/')));
  }
  return { folder, traps };
}

interface Watched {
  readonly notes: readonly string[];
  readonly stderr: string;
  /** What was read, without what the plugin and the tools are made of. */
  readonly read: readonly string[];
}

async function watched(folder: string, ...args: readonly string[]): Promise<Watched> {
  const record = path.join(projectOf({}), 'read.json');
  const preload = pathToFileURL(path.join(import.meta.dirname, 'record.mjs')).href;
  const { stdout, stderr } = await node(folder, ['--import', preload, cli, '--format', 'json', ...args], { RECORD: record });
  const read: readonly string[] = JSON.parse(fs.readFileSync(record, 'utf8'));
  // Bindings to native code look there for the C library of the machine.
  const own = ['/usr/bin/ldd', repository, fs.realpathSync(path.join(repository, 'node_modules')), process.execPath];
  const isOwn = (file: string): boolean => own.some((one) => file === one || file.startsWith(one + path.sep));
  return {
    notes: notesOf(folder, JSON.parse(stdout)),
    stderr,
    read: read.map((one) => path.resolve(folder, one)).filter((one) => !isOwn(one)),
  };
}

describe('a project full of traps', () => {
  test('is linted, and none of its code is run', async () => {
    const { folder, traps } = trappedProject();
    const { notes, stderr, read } = await watched(folder);
    expect(notes.filter((note) => note.startsWith('src/'))).toEqual(ordersFindings);
    expect(stderr).toBe('');
    expect(fs.readdirSync(traps)).toEqual(['none']);
    expect(read.some((file) => file.startsWith(folder))).toBe(true);
    expect(read.filter((file) => file.startsWith(path.join(folder, 'node_modules')))).toEqual([]);
    expect(read.filter((file) => !file.startsWith(folder))).toEqual([]);
  });
});

describe('what stands around a project', () => {
  const secret = "process.once('SIGTERN', () => {});\n";

  test('is not read, whatever the project points to', async () => {
    const around = projectOf({
      'secret.js': secret,
      'secret.json': '{}',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "up/*": ["./*"] } } }',
      'elsewhere/tsconfig.base.json': '{ "compilerOptions": { "paths": { "up/*": ["../*"] } } }',
      'elsewhere/package.json': '{ "name": "elsewhere", "main": "index.js" }',
      'elsewhere/index.js': secret,
      'project/package.json': orders['package.json'] ?? '',
      'project/tsconfig.json': '{ "extends": "../elsewhere/tsconfig.base.json", "references": [{ "path": "../elsewhere" }] }',
      'project/src/server.js': `import '../../secret.js';\nimport '../../elsewhere';\nimport 'up/secret.js';\nimport './linked/index.js';\n${orders['src/server.js'] ?? ''}`,
      'project/src/metrics.js': orders['src/metrics.js'] ?? '',
    });
    const folder = path.join(around, 'project');
    fs.symlinkSync(path.join(around, 'elsewhere'), path.join(folder, 'src/linked'));
    const { read } = await watched(folder);
    expect(read.filter((file) => !file.startsWith(folder + path.sep) && file !== folder)).toEqual([]);
    expect(read).not.toContain(path.join(folder, 'src/linked/index.js'));
  });
});
