import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: `end()` waits for running queries, without a limit unless `timeout` (seconds) is given. */
export const postgres: Library = {
  name: 'postgres',
  manual: 'https://github.com/porsager/postgres#teardown--cleanup',
  verified: 'measured',
  exports: { default: { returns: 'Sql', opens: true }, postgres: { returns: 'Sql', opens: true } },
  types: {
    Sql: {
      label: 'connection pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      call: { promise: true, io: true },
      members: {
        end: { promise: true, closes: { style: 'promise', drains: true } },
        close: { promise: true, closes: { style: 'promise', drains: false } },
        ...each('listen subscribe', { promise: true, calls: [{ at: 1, role: 'message' }] }),
        ...each('begin reserve', { promise: true, io: true, calls: [{ at: 'last', role: 'now', awaited: true, parameters: ['Sql'] }] }),
        ...each('json array options', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import postgres from 'postgres';

const sql = postgres('postgres://postgres/shop');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await sql.end({ timeout: 5 }); // close
  process.exit(0);
});
`,
      opens: ['Sql', 'node:http#Server'],
      live: true,
      notClosed: 'sql.end({ timeout: 5 });',
    },
  ],
};
