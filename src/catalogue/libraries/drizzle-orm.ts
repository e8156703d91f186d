import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Has no close: close the driver, its own as `db.$client`. From its declarations. */
export const drizzleOrm: Library = {
  name: 'drizzle-orm',
  modules: ['drizzle-orm', 'drizzle-orm/*'],
  manual: 'https://orm.drizzle.team/docs/connect-overview',
  verified: 'manual',
  exports: { drizzle: { returns: 'Database', opens: false }, sql: {}, ...each('eq and or desc asc relations', {}) },
  types: {
    Database: { label: 'Drizzle database', kind: 'database', anyCallIsIo: true, members: { $with: {}, $client: {} } },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool } from 'pg';

const pool = new Pool();
export const db = drizzle(pool);
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await pool.end(); // close
  process.exit(0);
});
`,
      opens: ['pg#Pool', 'node:http#Server'],
      live: true,
      notClosed: 'pool.end();',
    },
  ],
};
