/** The packages of the services, beside their own lock: no part of what the project itself needs. */
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { promisify } from 'node:util';

export const PACKAGES = path.join(import.meta.dirname, 'packages');

const require = createRequire(path.join(PACKAGES, 'package.json'));

const execute = promisify(execFile);

export function packageOf(name) {
  return require(name);
}

export async function installPackages() {
  if (existsSync(path.join(PACKAGES, 'node_modules'))) return;
  await execute('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: PACKAGES });
}
