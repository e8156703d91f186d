import type { Library } from '../shape.js';

/** Opens a connection pool as `fastify.pg` and closes it in its own onClose hook. Read in `index.js`. */
export const fastifyPostgres: Library = {
  name: '@fastify/postgres',
  manual: 'https://github.com/fastify/fastify-postgres#readme',
  verified: 'source',
  exports: { default: {} },
  examples: [
    {
      code: `import Fastify from 'fastify';
import plugin from '@fastify/postgres';

const app = Fastify();
app.register(plugin, { connectionString: 'postgres://postgres/shop' });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen({ port: 3000 });
`,
      opens: ['fastify#FastifyInstance'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
