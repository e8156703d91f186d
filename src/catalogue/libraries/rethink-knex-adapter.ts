import type { Library } from '../shape.js';

/** Read in `index.js` and `query.js`: it makes a Knex pool of its own, unless it is given one, and hands it out as `k` and `r.knex`. */
export const rethinkKnexAdapter: Library = {
  name: 'rethink-knex-adapter',
  manual: 'https://github.com/MoveOnOrg/rethink-knex-adapter',
  verified: 'source',
  exports: { default: { returns: 'Thinky', opens: true, owns: [1] } },
  types: {
    Thinky: { label: 'adapter', kind: 'helper', anyCallIsIo: true, members: { r: { is: 'Query' }, k: { is: 'knex#Knex' } } },
    Query: { label: 'query', kind: 'helper', anyCallIsIo: true, members: { knex: { is: 'knex#Knex' } } },
  },
  examples: [
    {
      code: `import http from 'node:http';
import adapter from 'rethink-knex-adapter';

const { r } = adapter({ client: 'pg' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await r.knex.destroy(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'r.knex.destroy();',
    },
  ],
};
