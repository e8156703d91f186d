/** What the services run on: packages with a lock of their own, which are no part of what the project needs, and versions of Node.js. */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';

export const PACKAGES = path.join(import.meta.dirname, 'packages');

const OPTIONS = ['--ignore-scripts', '--no-audit', '--no-fund'];

const require = createRequire(path.join(PACKAGES, 'package.json'));

const execute = promisify(execFile);

export function packageOf(name) {
  return require(name);
}

export async function installPackages() {
  if (existsSync(path.join(PACKAGES, 'node_modules'))) return;
  // As the lock says, without builds for other machines: `npm ci` wants even those that a registry does not have.
  await execute('npm', ['install', '--no-save', '--omit=optional', ...OPTIONS], { cwd: PACKAGES });
}

/** The newest release of a major version, from npm unless it is the one that runs this. */
export async function nodeOf(major) {
  if (process.versions.node.startsWith(`${major}.`)) return describe(process.execPath);
  const name = `node-${process.platform}-${process.arch}`;
  const folder = path.join(PACKAGES, 'node_modules', `.node-${major}`);
  const file = path.join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'package.json'), '{ "private": true }\n');
    await execute('npm', ['install', ...OPTIONS, `${name}@${major}`], { cwd: folder });
  }
  return await describe(file);
}

/** Types are stripped without an option from 22.18 and 23.6 on. */
async function describe(file) {
  const { stdout } = await execute(file, ['-p', '[process.versions.node, Boolean(process.features.typescript)].join(" ")']);
  const [version, stripsTypes] = stdout.trim().split(' ');
  return { path: file, version, stripsTypes: stripsTypes === 'true' };
}
