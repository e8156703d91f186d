import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/base/pool.js`, `promise.d.ts`: without `/promise` only the callback tells the end, and `await pool.end()` waits for nothing. */
export const mysql2: readonly Library[] = [
  {
    name: 'mysql2',
    manual: 'https://sidorares.github.io/node-mysql2/docs/examples/connections/createPool',
    verified: 'source',
    exports: {
      createPool: { returns: 'Pool', opens: true },
      createConnection: { returns: 'Connection', opens: true },
      createPoolCluster: { returns: 'PoolCluster', opens: true },
    },
    types: {
      Pool: {
        label: 'connection pool',
        kind: 'database',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        extends: ['node:events#EventEmitter'],
        members: {
          end: { closes: { style: 'callback', drains: true } },
          ...each('query execute', { io: { timeout: ['0.timeout'] }, calls: [{ at: 'last', role: 'completion' }] }),
          getConnection: { io: true, calls: [{ at: 0, role: 'completion', parameters: [null, 'PoolConnection'] }] },
          promise: { returns: 'mysql2/promise#Pool' },
        },
      },
      PoolConnection: {
        label: 'database connection',
        kind: 'database',
        anyCallIsIo: true,
        members: {
          release: {},
          destroy: { closes: { style: 'sync', drains: false } },
          ...each('query execute', { io: { timeout: ['0.timeout'] }, calls: [{ at: 'last', role: 'completion' }] }),
        },
      },
      Connection: {
        label: 'database connection',
        kind: 'database',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        extends: ['node:events#EventEmitter'],
        members: {
          end: { closes: { style: 'callback', drains: true } },
          destroy: { closes: { style: 'sync', drains: false, forced: true } },
          ...each('query execute connect', { io: { timeout: ['0.timeout'] }, calls: [{ at: 'last', role: 'completion' }] }),
          promise: { returns: 'mysql2/promise#Connection' },
        },
      },
      PoolCluster: {
        label: 'pool cluster',
        kind: 'database',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        members: { end: { closes: { style: 'callback', drains: true } }, add: {}, of: { returns: 'Pool' } },
      },
    },
    examples: [
      {
        code: `import http from 'node:http';
import mysql from 'mysql2';

const pool = mysql.createPool({ host: 'mysql' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => pool.end(resolve)); // close
  process.exit(0);
});
`,
        opens: ['Pool', 'node:http#Server'],
        live: true,
        notClosed: 'await pool.end();',
      },
    ],
  },
  {
    name: 'mysql2/promise',
    modules: ['mysql2/promise', 'mysql2/promise.js', 'promise-mysql'],
    manual: 'https://sidorares.github.io/node-mysql2/docs/documentation/promise-wrapper',
    verified: 'source',
    exports: {
      createPool: { returns: 'Pool', opens: true },
      createConnection: { resolves: 'Connection', promise: true, opens: true, io: true },
      createPoolCluster: { returns: 'Pool', opens: true },
    },
    types: {
      Pool: {
        label: 'connection pool',
        kind: 'database',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        extends: ['node:events#EventEmitter'],
        members: {
          ...each('end @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
          ...each('query execute', { promise: true, io: { timeout: ['0.timeout'] } }),
          getConnection: { resolves: 'PoolConnection', promise: true, io: true },
          pool: { is: 'mysql2#Pool' },
        },
      },
      PoolConnection: {
        label: 'database connection',
        kind: 'database',
        anyCallIsIo: true,
        members: { release: {}, destroy: { closes: { style: 'sync', drains: false } } },
      },
      Connection: {
        label: 'database connection',
        kind: 'database',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        anyCallIsIo: true,
        extends: ['node:events#EventEmitter'],
        members: {
          ...each('end @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
          destroy: { closes: { style: 'sync', drains: false, forced: true } },
          ...each('query execute', { promise: true, io: { timeout: ['0.timeout'] } }),
        },
      },
    },
    examples: [
      {
        code: `import http from 'node:http';
import mysql from 'mysql2/promise';

const pool = mysql.createPool({ host: 'mysql' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool.end(); // close
  process.exit(0);
});
`,
        opens: ['Pool', 'node:http#Server'],
        live: true,
        notClosed: 'pool.end();',
      },
    ],
  },
];
