import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const level: Library = {
  name: 'level',
  modules: ['level', 'classic-level'],
  manual: 'https://github.com/Level/abstract-level#dbclose',
  verified: 'manual',
  exports: { Level: { returns: 'Level', opens: true } },
  types: {
    Level: {
      label: 'Level database',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        ...each('close @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
        status: {},
        sublevel: { returns: 'this' },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Level } from 'level';

const db = new Level('./data');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await db.close(); // close
  process.exit(0);
});
`,
      opens: ['Level', 'node:http#Server'],
      live: true,
      notClosed: 'db.close();',
    },
  ],
};
