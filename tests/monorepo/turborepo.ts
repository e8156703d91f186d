/** Runs of the real turbo in a monorepo that has everything installed, and the server that shares its cache. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installedIn, projectOf, repository, write, type Files } from '../package/built.js';
import { toolsOf } from '../package/tools.js';

const LOCK = { name: 'acme', lockfileVersion: 3, requires: true, packages: { '': { name: 'acme', workspaces: ['packages/*', 'apps/*'] } } };

/** As after `npm install`: the members are links, and so are the programs. */
export function monorepoOf(files: Files, members: readonly string[]): string {
  const folder = installedIn(projectOf({ ...files, 'package-lock.json': JSON.stringify(LOCK) }));
  const modules = path.join(folder, 'node_modules');
  for (const member of members) {
    const { name }: { readonly name: string } = JSON.parse(fs.readFileSync(path.join(folder, member, 'package.json'), 'utf8'));
    fs.mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
    fs.symlinkSync(path.join(folder, member), path.join(modules, name), 'dir');
  }
  const program = path.join(repository, 'dist/src/cli/main.js');
  fs.chmodSync(program, 0o755);
  fs.mkdirSync(path.join(modules, '.bin'), { recursive: true });
  fs.symlinkSync(program, path.join(modules, '.bin/graceful-shutdown'));
  write(folder, { 'apps/api/node_modules/built/index.js': 'export {};\n' });
  spawnSync('git', ['init', '--quiet'], { cwd: folder });
  return folder;
}

export interface Ran {
  readonly code: number | null;
  readonly output: string;
  /** How many tasks had their result from a cache. */
  readonly cached: number;
  /** Packages whose task ran. */
  readonly executed: readonly string[];
}

export async function turbo(folder: string, env: NodeJS.ProcessEnv = {}, ...args: readonly string[]): Promise<Ran> {
  const program = path.join(await toolsOf('monorepo'), 'node_modules/.bin/turbo');
  const { status, stdout, stderr } = spawnSync(program, ['run', 'lint:shutdown', '--continue', '--output-logs=new-only', ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1', TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', ...env },
  });
  const output = `${stdout}${stderr}`;
  const misses = [...output.matchAll(/^(\S+?):lint:shutdown: cache miss/gmu)];
  const cached = Number(/Cached:\s+(\d+) cached/u.exec(output)?.[1] ?? 0);
  return { code: status, output, cached, executed: misses.map(([, name]) => name ?? '').sort() };
}

/** A server of the shared cache, on this machine alone. */
export async function remoteCache(token: string): Promise<{ readonly url: string; readonly stop: () => void }> {
  const program = path.join(await toolsOf('monorepo'), 'node_modules/turborepo-remote-cache/dist/cli.js');
  const port = String(await freePort());
  const storage = projectOf({});
  const env = {
    ...process.env,
    HOST: '127.0.0.1',
    PORT: port,
    TURBO_TOKEN: token,
    STORAGE_PATH: storage,
    STORAGE_PATH_USE_TMP_FOLDER: 'false',
  };
  const child = spawn(process.execPath, [program], { env: { ...env, NODE_ENV: 'production', LOG_LEVEL: 'error' }, stdio: 'inherit' });
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && !(await answers(url)); tries += 1) await wait(100);
  return { url, stop: () => child.kill() };
}

async function answers(url: string): Promise<boolean> {
  return await fetch(`${url}/v8/artifacts/status`).then(
    () => true,
    () => false,
  );
}

async function freePort(): Promise<number> {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}
