/** Real servers for the services to depend on, each on a port of its own on the loopback interface; absent where not installed. */
import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { setTimeout as sleep } from 'node:timers/promises';
import { accepts, freePort } from './process.mjs';

const START_LIMIT = 60_000;

/** Addresses by name, and how to stop all of them. */
export async function startServers(names) {
  const started = [];
  const missing = [];
  for (const name of names) {
    const server = await STARTERS[name]().catch(() => undefined);
    if (server) started.push({ name, ...server });
    else missing.push(name);
  }
  return {
    urls: Object.fromEntries(started.map(({ name, url }) => [name, url])),
    missing,
    async stop() {
      await Promise.all(started.map(({ stop }) => stop()));
    },
  };
}

const STARTERS = { redis: startRedis, postgres: startPostgres, rabbit: startRabbit };

async function startRedis() {
  if (!isInstalled('redis-server')) return undefined;
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  const server = spawn('redis-server', options, { stdio: 'ignore', cwd: os.tmpdir() });
  await listening(port);
  return { url: `redis://127.0.0.1:${port}`, stop: () => ended(server) };
}

/** PostgreSQL refuses to run as root. */
async function startPostgres() {
  if (!isInstalled('postgres') || !isInstalled('initdb')) return undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'proof-postgres-'));
  const user = process.getuid() === 0 ? { uid: idOf('-u'), gid: idOf('-g') } : {};
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
  execFileSync('initdb', ['-D', folder, '-A', 'trust', '-U', 'proof', '--no-sync'], { stdio: 'ignore', cwd: folder, ...user });
  const port = await freePort();
  const options = ['-D', folder, '-p', String(port), '-h', '127.0.0.1', '-k', folder, '-F'];
  const server = spawn('postgres', options, { stdio: 'ignore', cwd: folder, ...user });
  await listening(port);
  await sleep(500);
  const stop = async () => {
    await ended(server, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://proof@127.0.0.1:${port}/postgres`, stop };
}

function idOf(option) {
  return Number(execFileSync('id', [option, 'postgres'], { encoding: 'utf8' }));
}

/** RabbitMQ and the name server of its Erlang node, both bound to the loopback interface. */
async function startRabbit() {
  if (!isInstalled('rabbitmq-server')) return undefined;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'proof-rabbit-'));
  // The start script hands over to a user of its own.
  chmodSync(folder, 0o777);
  const [port, distribution, names] = [await freePort(), await freePort(), await freePort()];
  const pidFile = path.join(folder, 'pid');
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    RABBITMQ_NODENAME: `proof${port}@localhost`,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_DIST_PORT: String(distribution),
    RABBITMQ_MNESIA_BASE: folder,
    RABBITMQ_LOG_BASE: folder,
    RABBITMQ_ENABLED_PLUGINS_FILE: path.join(folder, 'plugins'),
    RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '-kernel inet_dist_use_interface {127,0,0,1}',
    RABBITMQ_PID_FILE: pidFile,
    ERL_EPMD_ADDRESS: '127.0.0.1',
    ERL_EPMD_PORT: String(names),
    // It may still know the server for a moment after its end, and be told to end itself nevertheless.
    ERL_EPMD_RELAXED_COMMAND_CHECK: 'true',
  };
  const server = spawn('rabbitmq-server', [], { stdio: 'ignore', env, cwd: folder });
  await listening(port);
  const stop = async () => {
    // The command is a script that hands over to the server itself.
    process.kill(Number(readFileSync(pidFile, 'utf8')), 'SIGTERM');
    await ended(server);
    execFileSync('epmd', ['-port', String(names), '-kill'], { stdio: 'ignore', env });
    rmSync(folder, { recursive: true, force: true });
  };
  return { url: `amqp://guest:guest@127.0.0.1:${port}`, stop };
}

function isInstalled(command) {
  return process.env.PATH.split(path.delimiter).some((folder) => existsSync(path.join(folder, command)));
}

async function listening(port) {
  const limit = performance.now() + START_LIMIT;
  while (!(await accepts(port))) {
    if (performance.now() > limit) throw new Error(`nothing listens on ${port}`);
    await sleep(100);
  }
}

async function ended(server, signal = 'SIGTERM') {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const exit = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  await exit;
}
