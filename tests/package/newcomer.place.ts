/** The packed plugin, as somebody meets it who installs it in an empty project and does what README.md says. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { projectOf, repository, write } from './built.js';
import { exampleIn, linesIn } from './doc-blocks.js';
import { npm, toolsOf } from './tools.js';

let tarball = '';

beforeAll(async () => {
  const folder = projectOf({});
  await npm(repository, 'pack', '--ignore-scripts', '--pack-destination', folder);
  tarball = path.join(folder, fs.readdirSync(folder)[0] ?? '');
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

function run(folder: string, program: string, ...args: readonly string[]): Ended {
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  return { code: status, output: `${stdout}${stderr}` };
}

describe('the package is put together well', () => {
  test('publint', async () => {
    const { code, output } = run(repository, path.join(await toolsOf('package'), 'node_modules/.bin/publint'), 'run', tarball, '--strict');
    expect([code, output]).toEqual([0, expect.stringContaining('All good!')]);
  });

  /** Every Node.js that it runs on lets `require()` load a module that is ESM: the profile asks for nothing else. */
  test('Are The Types Wrong', async () => {
    const program = path.join(await toolsOf('package'), 'node_modules/.bin/attw');
    expect(run(repository, program, tarball, '--profile', 'esm-only', '--no-emoji')).toMatchObject({ code: 0 });
  });
});

const app = `const app = express();
app.get('/', (request, response) => response.send('ok'));
app.listen(Number(process.env.PORT ?? 3000), () => console.log('listening'));
`;
const asModule = `import express from 'express';\n\n${app}`;
const asCommonJs = `const express = require('express');\n\n${app}`;
const typed = app.replace('const app', 'const app: express.Express');

/** What README.md says to install, with the tarball in place of the published package. */
function installLine(): readonly string[] {
  const line = linesIn('README.md', 'sh').find((one) => one.startsWith('npm install --save-dev'));
  return (line ?? '').replace('eslint-plugin-graceful-shutdown', tarball).split(' ').slice(1);
}

describe.each([
  ['JavaScript, ESM', 'module', 'server.js', asModule],
  ['JavaScript, CommonJS', 'commonjs', 'server.js', asCommonJs],
  ['TypeScript, ESM', 'module', 'server.ts', `import express from 'express';\n\n${typed}`],
  ['TypeScript, CommonJS', 'commonjs', 'server.ts', `import express = require('express');\n\n${typed}`],
])('an empty project with express in %s', (_, type, name, text) => {
  let folder = '';

  beforeAll(async () => {
    folder = projectOf({ [name]: text, 'eslint.config.mjs': exampleIn('README.md', 'eslint.config.mjs') });
    await npm(folder, 'init', '--yes');
    await npm(folder, 'pkg', 'set', `type=${type}`);
    await npm(folder, 'install', '--no-audit', '--no-fund', 'express@5', ...(name.endsWith('.ts') ? ['typescript'] : []));
    await npm(folder, ...installLine(), '--no-audit', '--no-fund');
  });

  test('ESLint finds that nothing handles SIGTERM', () => {
    const { code, output } = run(folder, 'npx', 'eslint', '.');
    expect(output).toContain('graceful-shutdown/require-sigterm-listener');
    expect([code, output.match(/^✖ .*$/mu)?.[0]]).toEqual([1, '✖ 1 problem (1 error, 0 warnings)']);
  });

  test('so does the command, without a configuration', () => {
    const { code, output } = run(folder, 'npx', 'eslint-plugin-graceful-shutdown', '.');
    expect([code, output]).toEqual([1, expect.stringContaining('1 finding in 1 file.')]);
    expect(output).toContain(`${name}:5:1\n`);
  });

  test('the suggestion repairs it, and the server then stops as it should', async () => {
    const { output } = run(folder, 'npx', 'graceful-shutdown', '--fix-suggestions');
    expect(output).toContain('No findings in');
    expect(run(folder, 'npx', 'eslint', '.')).toMatchObject({ code: 0 });
    if (name.endsWith('.js')) expect(await exitCodeAfterSigterm(folder, name)).toBe(0);
  });
});

async function exitCodeAfterSigterm(folder: string, name: string): Promise<unknown> {
  const server = spawn(process.execPath, [name], { cwd: folder, env: { ...process.env, PORT: '0' }, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(server.stdout, 'data');
  server.kill('SIGTERM');
  const [code] = await once(server, 'exit');
  return code;
}

test('without anything installed, npx brings the command and ESLint', () => {
  const folder = projectOf({});
  write(folder, { 'package.json': '{ "name": "empty", "type": "module" }', 'server.js': asModule });
  const { code, output } = run(folder, 'npm', 'exec', '--yes', `--package=${tarball}`, '--', 'eslint-plugin-graceful-shutdown', '.');
  expect([code, output]).toEqual([1, expect.stringContaining('graceful-shutdown/require-sigterm-listener')]);
});
