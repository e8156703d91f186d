import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/pool.js`: without a drain time `close()` rejects while connections are checked out. */
export const oracledb: Library = {
  name: 'oracledb',
  manual: 'https://node-oracledb.readthedocs.io/en/latest/api_manual/pool.html#pool.close',
  verified: 'source',
  exports: {
    createPool: { resolves: 'Pool', promise: true, opens: true, io: true },
    getConnection: { resolves: 'Connection', promise: true, opens: true, io: true },
    getPool: { returns: 'Pool', opens: false },
    ...each('initOracleClient OUT_FORMAT_OBJECT', {}),
  },
  types: {
    Pool: {
      label: 'connection pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        ...each('close terminate', { promise: true, closes: { style: 'either', drains: true, deadline: 0 } }),
        getConnection: { resolves: 'Connection', promise: true, io: true },
        ...each('status connectionsInUse', {}),
      },
    },
    Connection: {
      label: 'database connection',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      anyCallIsIo: true,
      members: { close: { promise: true, closes: { style: 'either', drains: false } }, callTimeout: {} },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import oracledb from 'oracledb';

let pool;
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool?.close(10); // close
  process.exit(0);
});
pool = await oracledb.createPool({ connectString: 'oracle/shop' });
`,
      opens: ['node:http#Server', 'Pool'],
      live: true,
      notClosed: 'pool?.close(10);',
    },
  ],
};
