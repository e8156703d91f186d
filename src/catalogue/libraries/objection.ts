import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Uses a Knex pool, which is what must be closed. From its declarations. */
export const objection: Library = {
  name: 'objection',
  manual: 'https://vincit.github.io/objection.js/guide/getting-started.html',
  verified: 'manual',
  exports: { Model: { is: 'Model' }, ...each('raw transaction ref', {}) },
  types: {
    Model: { label: 'model', kind: 'database', anyCallIsIo: true, members: each('knex fromJson relationMappings', {}) },
  },
  examples: [
    {
      code: `import http from 'node:http';
import knex from 'knex';
import { Model } from 'objection';

const db = knex({ client: 'pg' });
Model.knex(db);
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await db.destroy(); // close
  process.exit(0);
});
`,
      opens: ['knex#Knex', 'node:http#Server'],
      live: true,
      notClosed: 'db.destroy();',
    },
  ],
};
