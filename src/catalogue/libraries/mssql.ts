import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/base/connection-pool.js`: `close()` rejects while connecting. */
export const mssql: Library = {
  name: 'mssql',
  manual: 'https://github.com/tediousjs/node-mssql#close',
  verified: 'source',
  exports: {
    ConnectionPool: { returns: 'ConnectionPool', opens: true },
    connect: { resolves: 'ConnectionPool', promise: true, opens: true, io: true, calls: [{ at: 'last', role: 'completion' }] },
    close: { promise: true, closes: { style: 'either', drains: false, kept: 'ConnectionPool' } },
    query: { promise: true, io: true },
    Request: { returns: 'Request', opens: false },
    ...each('VarChar NVarChar Int Bit DateTime PreparedStatement Transaction', {}),
  },
  types: {
    ConnectionPool: {
      label: 'connection pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      lazy: true,
      anyCallIsIo: true,
      timeouts: ['0.requestTimeout'],
      extends: ['node:events#EventEmitter'],
      members: {
        close: { promise: true, closes: { style: 'either', drains: false } },
        connect: { resolves: 'this', promise: true, io: true },
        request: { returns: 'Request' },
        ...each('connected connecting healthy', {}),
      },
    },
    Request: { label: 'request', kind: 'database', anyCallIsIo: true, members: { ...each('input output', { returns: 'this' }) } },
  },
  examples: [
    {
      code: `import http from 'node:http';
import sql from 'mssql';

const pool = new sql.ConnectionPool({ server: 'mssql' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool.close(); // close
  process.exit(0);
});
await pool.connect();
`,
      opens: ['ConnectionPool', 'node:http#Server'],
      live: true,
      notClosed: 'pool.close();',
    },
  ],
};
