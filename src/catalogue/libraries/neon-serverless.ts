import type { Library, ThingType } from '../shape.js';

const database = {
  kind: 'database',
  phase: 'close-dependencies',
  keepsAlive: true,
  needsClose: true,
  anyCallIsIo: true,
} satisfies Partial<ThingType>;

/** `neon()` asks by HTTP and has nothing to close; `Pool` and `Client` are those of `pg` over WebSockets. From its declarations. */
export const neonServerless: Library = {
  name: '@neondatabase/serverless',
  manual: 'https://github.com/neondatabase/serverless#pool-and-client',
  verified: 'manual',
  exports: {
    neon: { returns: 'Queries', opens: false },
    neonConfig: {},
    Pool: { returns: 'Pool', opens: true },
    Client: { returns: 'Client', opens: true },
  },
  types: {
    Queries: { label: 'database', kind: 'database', anyCallIsIo: true, call: { promise: true, io: true } },
    Pool: { label: 'connection pool', ...database, extends: ['pg#Pool'] },
    Client: { label: 'database client', ...database, lazy: true, extends: ['pg#Client'] },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Pool } from '@neondatabase/serverless';

const pool = new Pool({ connectionString: 'postgres://neon/shop' });
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
