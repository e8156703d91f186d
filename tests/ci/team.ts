/** The project of a team that runs the plugin in CI, with the formatters that it uses. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { installedIn, projectOf, repository, type Files } from '../package/built.js';
import { toolsOf } from '../package/tools.js';

const FORMATTERS = ['eslint-formatter-gitlab', 'eslint-formatter-junit'];

export async function teamOf(files: Files): Promise<string> {
  const folder = installedIn(projectOf(files));
  const modules = path.join(folder, 'node_modules');
  const tools = await toolsOf('ci');
  for (const name of FORMATTERS) fs.symlinkSync(path.join(tools, 'node_modules', name), path.join(modules, name), 'dir');
  fs.mkdirSync(path.join(modules, '.bin'));
  fs.symlinkSync(path.join(repository, 'dist/src/cli/main.js'), path.join(modules, '.bin/graceful-shutdown'));
  fs.chmodSync(path.join(repository, 'dist/src/cli/main.js'), 0o755);
  return folder;
}

/** A module of the tools; they are no dependencies, so the compiler does not know them. */
export async function tool<Module>(name: string): Promise<Module> {
  const loaded: Module = createRequire(path.join(await toolsOf('ci'), 'package.json'))(name);
  return loaded;
}

export interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A line of a script as CI systems run it: any failure ends it. */
export function shell(folder: string, line: string, env: NodeJS.ProcessEnv = {}): Ended {
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', line], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, CI: 'true', NO_COLOR: '1', npm_config_offline: 'true', ...env },
  });
  return { code: status, stdout, stderr };
}
