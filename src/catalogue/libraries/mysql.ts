import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/Pool.js`: only the callback tells the end. */
export const mysql: Library = {
  name: 'mysql',
  manual: 'https://github.com/mysqljs/mysql#closing-all-the-connections-in-a-pool',
  verified: 'source',
  exports: {
    createPool: { returns: 'Pool', opens: true },
    createConnection: { returns: 'Connection', opens: true },
    createPoolCluster: { returns: 'Pool', opens: true },
  },
  types: {
    Pool: {
      label: 'connection pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        end: { closes: { style: 'callback', drains: true } },
        query: { io: { timeout: ['0.timeout'] }, calls: [{ at: 'last', role: 'completion' }] },
        getConnection: { io: true, calls: [{ at: 0, role: 'completion', parameters: [null, 'PoolConnection'] }] },
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
      extends: ['node:events#EventEmitter'],
      members: {
        end: { closes: { style: 'callback', drains: true } },
        destroy: { closes: { style: 'sync', drains: false, forced: true } },
        ...each('query connect ping', { io: { timeout: ['0.timeout'] }, calls: [{ at: 'last', role: 'completion' }] }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import mysql from 'mysql';

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
};
