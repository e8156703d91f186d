/** A disk without room, and one that may only be read: linting goes on, and nothing is lost where something was to be written. */
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { cli, projectOf } from '../package/built.js';
import { unstoppable } from '../package/services.js';

/** File systems of one's own, as the kernel grants them to some. */
const OWN = ['--map-root-user', '--mount'];
const MOUNT = 'mount -t tmpfs -o size=16k none "$1"';
const isPossible = spawnSync('unshare', [...OWN, 'sh', '-c', MOUNT, 'sh', projectOf({})]).status === 0;

const manifest = '{ "name": "a", "type": "module", "scripts": { "start": "node server.js" } }\n';
/** A page of memory, so that a longer text needs another. */
const server = `${unstoppable}//${'.'.repeat(4096 - unstoppable.length - 3)}\n`;

interface Outcome {
  readonly code: number | null;
  readonly said: string;
  readonly files: Readonly<Record<string, string>>;
}

/** Runs the command on a small disk that is full, or read-only. */
function onDisk(state: 'full' | 'read-only', ...args: readonly string[]): Outcome {
  const folder = projectOf({ 'from/package.json': manifest, 'from/server.js': server, 'disk/none': '', 'to/none': '' });
  const spoil = state === 'full' ? 'dd if=/dev/zero of=filled bs=1k 2>/dev/null' : 'mount -o remount,ro none "$1"';
  const script = `${MOUNT} && cp "$2"/* "$1" && cd "$1" && { ${spoil}; "$4" "$5" $6; code=$?; rm -f filled; cp * "$3"; exit $code; }`;
  const folders = ['disk', 'from', 'to'].map((name) => path.join(folder, name));
  const words = [...OWN, 'sh', '-c', script, 'sh', ...folders, process.execPath, cli, args.join(' ')];
  const { status, stdout, stderr } = spawnSync('unshare', words, { encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
  const names = fs.readdirSync(folders[2] ?? '').filter((name) => name !== 'none');
  const files = Object.fromEntries(names.map((name) => [name, fs.readFileSync(path.join(folders[2] ?? '', name), 'utf8')]));
  return { code: status, said: stdout + stderr, files };
}

const unchanged = { 'package.json': manifest, 'server.js': server };

describe.skipIf(!isPossible).each(['full', 'read-only'] as const)('on a %s disk', (state) => {
  test('files are linted', () => {
    const { code, said, files } = onDisk(state);
    expect({ code, files }).toEqual({ code: 1, files: unchanged });
    expect(said).toContain('server.js:2:');
  });

  test.each(['--fix-suggestions', '--suppress-all'])('%s says why it cannot, and leaves all files as they were', (option) => {
    const { code, said, files } = onDisk(state, option);
    expect({ code, files }).toEqual({ code: 2, files: unchanged });
    expect(said).toMatch(state === 'full' ? /^graceful-shutdown: ENOSPC.*\n$/u : /^graceful-shutdown: EROFS.*\n$/u);
  });
});
