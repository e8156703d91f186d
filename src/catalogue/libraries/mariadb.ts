import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const mariadb: Library = {
  name: 'mariadb',
  manual: 'https://github.com/mariadb-corporation/mariadb-connector-nodejs/blob/main/documentation/promise-api.md#poolend--promise',
  verified: 'manual',
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
      timeouts: ['0.queryTimeout'],
      members: {
        ...each('end @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
        getConnection: { resolves: 'PoolConnection', promise: true, io: true },
        ...each('activeConnections totalConnections idleConnections', {}),
      },
      events: { '*': { role: 'event' } },
    },
    PoolConnection: {
      label: 'database connection',
      kind: 'database',
      anyCallIsIo: true,
      members: { ...each('release end', { promise: true }) },
    },
    Connection: {
      label: 'database connection',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.queryTimeout'],
      members: {
        ...each('end @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
        destroy: { closes: { style: 'sync', drains: false, forced: true } },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import mariadb from 'mariadb';

const pool = mariadb.createPool({ host: 'mariadb' });
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
};
