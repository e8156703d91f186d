/** One service as a process of its own, on a port of its own. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** What a service gets to start, in milliseconds. */
const START_LIMIT = 15_000;

const PRELOAD = path.join(import.meta.dirname, 'at-exit.cjs');

/** A port that was free a moment ago. */
export async function freePort() {
  const server = net.createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Starts `file` in `folder` and waits until it answers at its port or, without one, until it has said something. */
export async function start({ node, folder, file, atExit, port, env = {}, isReadyBy = 'port' }) {
  const child = spawn(node, ['--require', PRELOAD, file], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOST: '127.0.0.1', PORT: String(port), PROOF_AT_EXIT: atExit, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output = collect(child);
  const ended = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal, at: performance.now() }));
  });
  const service = {
    output,
    ended,
    hasEnded: () => child.exitCode !== null || child.signalCode !== null,
    send: (signal) => child.kill(signal),
    openAtExit: () => (existsSync(atExit) ? JSON.parse(readFileSync(atExit, 'utf8')) : undefined),
  };
  await ready(service, isReadyBy === 'port' ? () => accepts(port) : () => Promise.resolve(output.text.includes(isReadyBy)));
  return service;
}

function collect(child) {
  const output = { text: '' };
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output.text += text;
    });
  }
  return output;
}

async function ready(service, isReady) {
  const limit = performance.now() + START_LIMIT;
  while (!(await isReady())) {
    if (service.hasEnded() || performance.now() > limit) {
      service.send('SIGKILL');
      throw new Error(`the service did not start: ${service.output.text.slice(-1000)}`);
    }
    await sleep(25);
  }
}

/** Whether a connection can be made; it is given up at once. */
export function accepts(port) {
  return new Promise((resolve) => {
    const socket = net.connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
