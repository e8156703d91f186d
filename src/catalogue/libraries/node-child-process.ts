import { each } from '../members.js';
import type { Library, Member, ThingType } from '../shape.js';

const spawn: Member = {
  returns: 'ChildProcess',
  opens: true,
  io: { timeout: ['1.timeout', '2.timeout', '1.signal', '2.signal'] },
  abort: '2.signal',
};
/** Collects the output for a callback at the end: a command that is meant to end by itself. */
const exec: Member = { ...spawn, returns: 'Command', calls: [{ at: 'last', role: 'completion' }] };

const child: ThingType = {
  label: 'child process',
  kind: 'process',
  phase: 'close-dependencies',
  keepsAlive: true,
  extends: ['node:events#EventEmitter'],
  members: {
    kill: { closes: { style: 'detached', drains: true, event: 'exit' } },
    '@@dispose': { closes: { style: 'detached', drains: true, event: 'exit' } },
    disconnect: { closes: { style: 'detached', drains: true, event: 'disconnect' } },
    send: { tells: true, calls: [{ at: 'last', role: 'completion' }] },
    unref: { unrefs: true },
    ref: {},
    ...each('stdout stderr', { is: 'node:stream#Readable' }),
    stdin: { is: 'node:stream#Writable' },
  },
};

/** Measured: a child holds the process; `kill()` only sends a signal, the `exit` event tells the end. */
export const nodeChildProcess: Library = {
  name: 'node:child_process',
  manual: 'https://nodejs.org/docs/latest/api/child_process.html#subprocesskillsignal',
  verified: 'measured',
  exports: { spawn, fork: spawn, exec, execFile: exec, ...each('execSync execFileSync spawnSync', { blocks: 'io' }) },
  types: {
    ChildProcess: { ...child, needsClose: true },
    Command: child,
  },
  examples: [
    {
      code: `import { spawn } from 'node:child_process';
import { once } from 'node:events';
import http from 'node:http';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const child = spawn('ffmpeg', ['-version']);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  child.kill(); // close
  await once(child, 'exit');
  process.exit(0);
});
`,
      opens: ['node:http#Server', 'ChildProcess'],
      live: true,
      notClosed: '',
    },
  ],
};
