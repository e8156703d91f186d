import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Everything is synchronous; an open database does not hold the process. Read in `lib/methods/wrappers.js`. */
export const betterSqlite3: Library = {
  name: 'better-sqlite3',
  manual: 'https://github.com/WiseLibs/better-sqlite3/blob/master/docs/api.md#close---this',
  verified: 'source',
  exports: { default: { returns: 'Database', opens: true }, Database: { returns: 'Database', opens: true } },
  types: {
    Database: {
      label: 'SQLite database',
      kind: 'database',
      phase: 'close-dependencies',
      members: {
        close: { closes: { style: 'sync', drains: true } },
        prepare: { returns: 'Statement' },
        ...each('exec pragma', { returns: 'this', blocks: 'io' }),
        backup: { promise: true, io: true },
        transaction: { returns: 0, calls: [{ at: 0, role: 'now' }] },
      },
    },
    Statement: {
      label: 'statement',
      kind: 'value',
      members: { ...each('run get all iterate', { blocks: 'io' }), ...each('bind pluck raw expand', { returns: 'this' }) },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Database from 'better-sqlite3';

const db = new Database('shop.db');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  db.close(); // close
  process.exit(0);
});
`,
      opens: ['Database', 'node:http#Server'],
      live: true,
    },
  ],
};
