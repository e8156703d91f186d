/** The built plugin as users get it, and projects on disk that use it. */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll } from 'vitest';

export const repository = path.resolve(import.meta.dirname, '..', '..');
export const entry = path.join(repository, 'dist/src/index.js');
export const entryUrl = pathToFileURL(entry).href;
export const cli = path.join(repository, 'dist/src/cli/main.js');

assertFresh();

function assertFresh(): void {
  const built = fs.existsSync(entry) ? fs.statSync(entry).mtimeMs : 0;
  const newest = Math.max(...['src', 'rules'].flatMap(changesIn));
  if (built < newest) throw new Error('dist/ is older than the sources: `npm run build` first.');
}

function changesIn(folder: string): readonly number[] {
  const names = fs.readdirSync(path.join(repository, folder), { recursive: true, encoding: 'utf8' });
  return names.filter((name) => name.endsWith('.ts')).map((name) => fs.statSync(path.join(repository, folder, name)).mtimeMs);
}

export type Files = Readonly<Record<string, string>>;

const made: string[] = [];
afterAll(() => {
  for (const folder of made) fs.rmSync(folder, { recursive: true, force: true });
});

/** A folder of its own with these files; removed after the tests of the file. */
export function projectOf(files: Files): string {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'graceful-')));
  made.push(folder);
  write(folder, files);
  return folder;
}

export function write(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
}

/** As after `npm install`: the plugin and what a configuration may import stand in node_modules. */
export function installedIn(folder: string): string {
  const modules = path.join(folder, 'node_modules');
  fs.mkdirSync(path.join(modules, '@typescript-eslint'), { recursive: true });
  fs.symlinkSync(repository, path.join(modules, 'eslint-plugin-graceful-shutdown'), 'dir');
  for (const name of ['eslint', 'espree', '@eslint/js', '@typescript-eslint/parser']) linkPackage(modules, name);
  return folder;
}

function linkPackage(modules: string, name: string): void {
  const target = path.join(repository, 'node_modules', name);
  if (!fs.existsSync(target)) return;
  fs.mkdirSync(path.dirname(path.join(modules, name)), { recursive: true });
  fs.symlinkSync(target, path.join(modules, name), 'dir');
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs Node.js in a folder and waits for its end, whatever that is. */
export async function node(cwd: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  const environment = { ...process.env, NO_COLOR: '1', DEBUG: '', ...env };
  const child = spawn(process.execPath, [...args], { cwd, env: environment, stdio: ['ignore', 'pipe', 'pipe'] });
  const [stdout, stderr, code] = await Promise.all([
    textOf(child.stdout),
    textOf(child.stderr),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { code, stdout, stderr };
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  stream.setEncoding('utf8');
  for await (const chunk of stream) text += String(chunk);
  return text;
}
