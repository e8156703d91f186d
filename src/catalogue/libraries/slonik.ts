import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations; `createPool` gives a promise since version 29. */
export const slonik: Library = {
  name: 'slonik',
  manual: 'https://github.com/gajus/slonik#ending-connection-pool',
  verified: 'manual',
  exports: { createPool: { resolves: 'DatabasePool', promise: true, opens: true, io: true }, sql: {} },
  types: {
    DatabasePool: {
      label: 'connection pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['1.statementTimeout'],
      members: {
        end: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('connect transaction', {
          promise: true,
          io: true,
          calls: [{ at: 0, role: 'now', awaited: true, parameters: ['DatabasePool'] }],
        }),
        ...each('state configuration', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { createPool } from 'slonik';

let pool;
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool?.end(); // close
  process.exit(0);
});
pool = await createPool('postgres://postgres/shop');
`,
      opens: ['node:http#Server', 'DatabasePool'],
      live: true,
      notClosed: 'pool?.end();',
    },
  ],
};
