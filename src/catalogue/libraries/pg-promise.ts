import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `pgp.end()` ends all pools and gives nothing; the pool of one database is `db.$pool`. From its declarations. */
export const pgPromise: Library = {
  name: 'pg-promise',
  manual: 'https://vitaly-t.github.io/pg-promise/module-pg-promise.html#~end',
  verified: 'manual',
  exports: { default: { returns: 'Main', opens: false } },
  types: {
    Main: {
      label: 'pg-promise',
      kind: 'value',
      call: { returns: 'Database', opens: true },
      members: { end: { closes: { style: 'detached', drains: true } }, ...each('helpers as pg', {}) },
    },
    Database: {
      label: 'database',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.query_timeout', '0.statement_timeout'],
      members: {
        $pool: { is: 'pg#Pool' },
        ...each('task tx taskIf txIf', {
          promise: true,
          io: true,
          calls: [{ at: 'last', role: 'now', awaited: true, parameters: ['Database'] }],
        }),
        $config: {},
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import pgPromise from 'pg-promise';

const pgp = pgPromise();
const db = pgp('postgres://postgres/shop');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await db.$pool.end(); // close
  process.exit(0);
});
`,
      opens: ['Database', 'node:http#Server'],
      live: true,
      notClosed: 'db.$pool.end();',
    },
  ],
};
