/** Listeners that libraries set. */
import { table, type Case } from './table.js';

const service = (name: string, listening: string): Case => ({
  name,
  files: {
    'src/main.js': `
      import { ApolloServer } from 'apollo-server';
      import closeWithGrace from 'close-with-grace';
      import pg from 'pg';

      const pool = new pg.Pool();
      await pool.query('select 1');
      ${listening}
    `,
  },
  dependencies: { 'apollo-server': '^3.0.0' },
});
const SERVING = "const server = new ApolloServer({ typeDefs: 'type Query { ok: Boolean }' });\nawait server.listen(4000);";

table('no-late-signal-listener', {
  reports: [
    {
      ...service('one that is asked for', `closeWithGrace({ delay: 8000 }, () => pool.end()); // ! late\n${SERVING}`),
      unrepaired: true,
    },
  ],
  silent: [service('one that comes with what is opened', SERVING)],
});
