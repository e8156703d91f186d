import { each } from '../members.js';
import type { Library } from '../shape.js';

const common = {
  name: 'redis',
  modules: ['redis', '@redis/client'],
  manual: 'https://github.com/redis/node-redis#disconnecting',
  verified: 'measured',
  exports: each('createClient createCluster createSentinel createClientPool', { returns: 'RedisClientType', opens: true }),
} as const;

/** Measured for 5 and later; 4 and 3 from their own pages. `close()` and `quit()` answer pending commands, `destroy()` and `disconnect()` reject them. Version 3 has callbacks only. */
export const redis: readonly Library[] = [
  {
    ...common,
    versions: '>=5',
    types: {
      RedisClientType: {
        label: 'Redis client',
        kind: 'cache',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        lazy: true,
        anyCallIsIo: true,
        timeouts: ['0.commandOptions.timeout', '0.socket.socketTimeout'],
        extends: ['node:events#EventEmitter'],
        members: {
          close: { promise: true, closes: { style: 'promise', drains: true } },
          quit: { promise: true, closes: { style: 'promise', drains: true } },
          disconnect: { promise: true, closes: { style: 'promise', drains: false } },
          destroy: { closes: { style: 'sync', drains: false, forced: true } },
          '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
          ...each('subscribe pSubscribe sSubscribe', { promise: true, receives: true, calls: [{ at: 1, role: 'message' }] }),
          unref: { unrefs: true },
          ref: {},
          isReady: {},
          isOpen: {},
          connect: { resolves: 'this', promise: true, io: true },
          ...each('xRead xReadGroup', { promise: true, io: true, reads: true }),
          duplicate: { returns: 'RedisClientType', opens: true },
          ...each('multi', { returns: 'this' }),
        },
        events: { message: { role: 'message' }, '*': { role: 'event' } },
      },
      RedisClient: {
        label: 'Redis client',
        kind: 'cache',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        lazy: true,
        anyCallIsIo: true,
        extends: ['RedisClientType'],
      },
    },
    examples: [
      {
        code: `import http from 'node:http';
import { createClient } from 'redis';

const client = createClient();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await client.close(); // close
  process.exit(0);
});
await client.connect();
`,
        opens: ['RedisClientType', 'node:http#Server'],
        live: true,
        notClosed: 'client.close();',
      },
    ],
  },
  {
    ...common,
    versions: '4.x',
    types: {
      RedisClientType: {
        label: 'Redis client',
        kind: 'cache',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        lazy: true,
        anyCallIsIo: true,
        timeouts: ['0.commandOptions.timeout', '0.socket.socketTimeout'],
        extends: ['node:events#EventEmitter'],
        members: {
          quit: { promise: true, closes: { style: 'promise', drains: true } },
          QUIT: { promise: true, closes: { style: 'promise', drains: true } },
          disconnect: { promise: true, closes: { style: 'promise', drains: false } },
          ...each('subscribe pSubscribe sSubscribe', { promise: true, receives: true, calls: [{ at: 1, role: 'message' }] }),
          unref: { unrefs: true },
          ref: {},
          isReady: {},
          isOpen: {},
          connect: { resolves: 'this', promise: true, io: true },
          duplicate: { returns: 'RedisClientType', opens: true },
          ...each('multi', { returns: 'this' }),
        },
        events: { message: { role: 'message' }, '*': { role: 'event' } },
      },
      RedisClient: {
        label: 'Redis client',
        kind: 'cache',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        lazy: true,
        anyCallIsIo: true,
        extends: ['RedisClientType'],
      },
    },
    examples: [
      {
        code: `import http from 'node:http';
import { createClient } from 'redis';

const client = createClient();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await client.quit(); // close
  process.exit(0);
});
await client.connect();
`,
        opens: ['RedisClientType', 'node:http#Server'],
        live: true,
        notClosed: 'client.quit();',
      },
    ],
  },
  {
    ...common,
    versions: '<4',
    types: {
      RedisClientType: {
        label: 'Redis client',
        kind: 'cache',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        timeouts: ['0.commandOptions.timeout', '0.socket.socketTimeout'],
        extends: ['node:events#EventEmitter'],
        members: {
          quit: { closes: { style: 'callback', drains: true } },
          end: { closes: { style: 'sync', drains: false, forced: true } },
          unref: { unrefs: true },
          duplicate: { returns: 'RedisClientType', opens: true },
          connected: {},
          ready: {},
          ...each('get set del ping', { io: true, calls: [{ at: 'last', role: 'completion' }] }),
          ...each('subscribe psubscribe', { io: true, receives: true, calls: [{ at: 'last', role: 'completion' }] }),
        },
        events: { message: { role: 'message' }, '*': { role: 'event' } },
      },
      RedisClient: {
        label: 'Redis client',
        kind: 'cache',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        extends: ['RedisClientType'],
      },
    },
    examples: [
      {
        code: `import http from 'node:http';
import redis from 'redis';

const client = redis.createClient();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => client.quit(resolve)); // close
  process.exit(0);
});
`,
        opens: ['RedisClientType', 'node:http#Server'],
        live: true,
        notClosed: 'await client.quit();',
      },
    ],
  },
];
