import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured with PostgreSQL: `destroy()` waits for the connections in use. */
export const knex: Library = {
  name: 'knex',
  manual: 'https://knexjs.org/guide/#knex-destroy',
  verified: 'measured',
  exports: { default: { returns: 'Knex', opens: true }, knex: { returns: 'Knex', opens: true } },
  types: {
    Knex: {
      label: 'Knex pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      call: { returns: 'QueryBuilder', opens: false },
      extends: ['node:events#EventEmitter'],
      members: {
        destroy: { promise: true, closes: { style: 'either', drains: true, idempotent: true } },
        raw: { promise: true, io: true },
        transaction: { promise: true, io: true, calls: [{ at: 0, role: 'now', awaited: true, parameters: ['Knex'] }] },
        ...each('from select table into with queryBuilder', { returns: 'QueryBuilder' }),
        ...each('ref client schema migrate seed fn', {}),
      },
    },
    QueryBuilder: { label: 'query', kind: 'database', anyCallIsIo: true },
  },
  examples: [
    {
      code: `import http from 'node:http';
import knex from 'knex';

const db = knex({ client: 'pg' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await db.destroy(); // close
  process.exit(0);
});
`,
      opens: ['Knex', 'node:http#Server'],
      live: true,
      notClosed: 'db.destroy();',
    },
  ],
};
