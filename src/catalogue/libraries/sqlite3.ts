import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Only the callback tells the end. From its declarations. */
export const sqlite3: Library = {
  name: 'sqlite3',
  manual: 'https://github.com/TryGhost/node-sqlite3/wiki/API#closecallback',
  verified: 'manual',
  exports: { Database: { returns: 'Database', opens: true }, verbose: { returns: 'Module', opens: false }, cached: {} },
  types: {
    Database: {
      label: 'SQLite database',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        close: { closes: { style: 'callback', drains: true } },
        ...each('run get all each exec', { returns: 'this', io: true, calls: [{ at: 'last', role: 'completion' }] }),
        ...each('serialize parallelize', { calls: [{ at: 0, role: 'now' }] }),
        prepare: {},
      },
    },
    Module: { label: 'sqlite3', kind: 'value', members: { Database: { returns: 'Database', opens: true } } },
  },
  examples: [
    {
      code: `import http from 'node:http';
import sqlite3 from 'sqlite3';

const db = new sqlite3.Database('shop.db');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => db.close(resolve)); // close
  process.exit(0);
});
`,
      opens: ['Database', 'node:http#Server'],
      live: true,
      notClosed: 'await db.close();',
    },
  ],
};
