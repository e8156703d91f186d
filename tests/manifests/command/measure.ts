import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Shell } from '../../../src/manifests/docker/base-images.js';
import { FILES, SCRIPTS } from './measured.js';

/** Drains for 0.4 s on SIGTERM, and says so. */
const APP = `
const { writeSync } = require('node:fs');
let isStopping = false;
process.on('SIGTERM', () => {
  if (isStopping) return;
  isStopping = true;
  setTimeout(() => { writeSync(1, 'drained\\n'); process.exit(0); }, 400);
});
setInterval(() => {}, 1000);
writeSync(1, 'ready\\n');
`;
const NAMESPACE = ['--user', '--map-root-user', '--pid', '--fork', '--kill-child', '--mount-proc'];
/** How long process 1 may take no notice until it counts as deaf. Milliseconds. */
const PATIENCE = 2500;
const START = 20_000;

export function hasNamespaces(): boolean {
  return spawnSync('unshare', [...NAMESPACE, 'true']).status === 0;
}

export function isInstalled(program: string): boolean {
  return program.startsWith('.') || spawnSync('sh', ['-c', 'command -v "$1"', 'sh', program]).status === 0;
}

/** A folder with the app, its scripts, and for each shell a folder in which `sh` is that shell. */
export function workshop(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'process-one-'));
  fs.writeFileSync(path.join(folder, 'app.js'), APP);
  const scripts = { ...SCRIPTS, start: SCRIPTS['plain'] };
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'app', version: '1.0.0', scripts }));
  for (const [name, text] of Object.entries(FILES)) fs.writeFileSync(path.join(folder, name), text, { mode: 0o755 });
  for (const shell of ['dash', 'bash', 'busybox']) {
    const found = spawnSync('sh', ['-c', `command -v ${shell}`], { encoding: 'utf8' }).stdout.trim();
    fs.mkdirSync(path.join(folder, shell));
    if (found) fs.symlinkSync(found, path.join(folder, shell, 'sh'));
  }
  return folder;
}

/** What becomes of SIGTERM when the words are process 1. */
export async function measure(folder: string, words: readonly string[], shell: Shell): Promise<string> {
  const home = fs.mkdtempSync(path.join(folder, 'home-'));
  const env = { ...process.env, PATH: `${path.join(folder, shell)}:${process.env['PATH'] ?? ''}`, PM2_HOME: home };
  const child = spawn('unshare', [...NAMESPACE, ...words], { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  let sent = 0;
  const listen = (chunk: Buffer): void => {
    output += chunk.toString();
    if (sent > 0 || !output.includes('ready')) return;
    sent = performance.now();
    // A moment for the wrappers to be ready as well.
    setTimeout(() => {
      process.kill(firstProcess(child.pid), 'SIGTERM');
    }, 300);
    setTimeout(() => child.kill('SIGKILL'), 300 + PATIENCE);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  const limit = setTimeout(() => child.kill('SIGKILL'), START);
  await new Promise((resolve) => child.once('close', resolve));
  clearTimeout(limit);
  if (sent === 0) return `never ready: ${output}`;
  if (output.includes('drained')) return 'reaches';
  return performance.now() - sent >= PATIENCE + 250 ? 'lost' : 'cut';
}

function firstProcess(unshare: number | undefined): number {
  const id = String(unshare);
  return Number(fs.readFileSync(`/proc/${id}/task/${id}/children`, 'utf8').trim().split(' ')[0]);
}
