import type { Library, Member } from '../shape.js';

const query: Member = { promise: true, io: { timeout: ['0.query_timeout'] }, calls: [{ at: 'last', role: 'completion' }] };

/** Measured; read in `pg-pool/index.js`: `pool.end()` waits for running queries and for every client that is checked out, a second call rejects; `client.end()` rejects what runs. */
export const pg: Library = {
  name: 'pg',
  modules: ['pg', 'pg-pool', '@types/pg'],
  manual: 'https://node-postgres.com/apis/pool#poolend',
  verified: 'measured',
  exports: {
    default: { returns: 'Pool', opens: true },
    Pool: { returns: 'Pool', opens: true },
    Client: { returns: 'Client', opens: true },
    native: { members: { Pool: { returns: 'Pool', opens: true }, Client: { returns: 'Client', opens: true } } },
    types: {},
  },
  types: {
    Pool: {
      label: 'connection pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.query_timeout', '0.statement_timeout'],
      extends: ['node:events#EventEmitter'],
      members: {
        end: { promise: true, closes: { style: 'either', drains: true } },
        connect: {
          resolves: 'PoolClient',
          promise: true,
          io: { timeout: [], made: ['0.connectionTimeoutMillis'] },
          calls: [{ at: 0, role: 'completion', parameters: [null, 'PoolClient'] }],
        },
        query,
      },
    },
    PoolClient: {
      label: 'database client',
      kind: 'database',
      anyCallIsIo: true,
      extends: ['node:events#EventEmitter'],
      // Where it was taken out of a pool, that has the time-outs.
      members: { release: {}, query: { ...query, io: { timeout: ['0.query_timeout'], made: ['0.query_timeout', '0.statement_timeout'] } } },
    },
    Client: {
      label: 'database client',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      lazy: true,
      anyCallIsIo: true,
      timeouts: ['0.query_timeout', '0.statement_timeout'],
      extends: ['node:events#EventEmitter'],
      members: {
        end: { promise: true, closes: { style: 'either', drains: false } },
        connect: { promise: true, io: { timeout: [], made: ['0.connectionTimeoutMillis'] }, calls: [{ at: 0, role: 'completion' }] },
        query,
      },
      events: { notification: { role: 'message' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Pool } from 'pg';

const pool = new Pool();
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
