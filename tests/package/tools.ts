/**
 * Tools that only tests of a place need, and that are too heavy for everybody's `npm ci`: each place names its own in
 * tests/PLACE/tools/package.json. They are installed once, into a folder that git ignores, and again when that file changes.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { repository } from './built.js';

const OPTIONS = ['--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock', '--loglevel=error'];

/** The folder that has the place's tools below `node_modules`. */
export async function toolsOf(place: string): Promise<string> {
  const wanted = fs.readFileSync(path.join(repository, 'tests', place, 'tools/package.json'), 'utf8');
  const folder = path.join(repository, '.tools', `${place}-${createHash('sha256').update(wanted).digest('hex').slice(0, 12)}`);
  if (!fs.existsSync(path.join(folder, 'complete'))) await install(folder, wanted);
  return folder;
}

async function install(folder: string, wanted: string): Promise<void> {
  fs.mkdirSync(folder, { recursive: true });
  fs.writeFileSync(path.join(folder, 'package.json'), wanted);
  await npm(folder, 'install', ...OPTIONS);
  fs.writeFileSync(path.join(folder, 'complete'), '');
}

/** Runs npm in a folder; throws what it says when it fails. */
export async function npm(folder: string, ...args: readonly string[]): Promise<string> {
  const name = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const { stdout } = await promisify(execFile)(name, [...args], { cwd: folder, maxBuffer: 2 ** 26 });
  return stdout;
}
