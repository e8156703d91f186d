import type { Library, Member } from '../shape.js';

const wrap: Member = {
  returns: 0,
  calls: [{ at: 0, role: 'plugin', awaited: true, done: 2, parameters: ['fastify#FastifyInstance', null] }],
};

/** Marks the plugin and gives it back. Read in `plugin.js`. */
export const fastifyPlugin: Library = {
  name: 'fastify-plugin',
  manual: 'https://fastify.dev/docs/latest/Reference/Plugins-Guide/',
  verified: 'source',
  exports: { default: wrap, fp: wrap, fastifyPlugin: wrap },
  examples: [
    {
      code: `import Fastify from 'fastify';
import fp from 'fastify-plugin';
import { Pool } from 'pg';

const database = fp(async (fastify) => {
  const pool = new Pool();
  fastify.decorate('pg', pool);
  fastify.addHook('onClose', async () => {
    await pool.end(); // close
  });
});
const app = Fastify();
app.register(database);
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close();
  process.exit(0);
});
await app.listen({ port: 3000 });
`,
      opens: ['pg#Pool', 'fastify#FastifyInstance'],
      live: true,
      notClosed: '',
    },
  ],
};
