import type { Library } from '../shape.js';

/** Opens a connection pool as `fastify.mysql` and closes it in its own onClose hook. Read in `index.js`. */
export const fastifyMysql: Library = {
  name: '@fastify/mysql',
  manual: 'https://github.com/fastify/fastify-mysql#readme',
  verified: 'source',
  exports: { default: {} },
  examples: [
    {
      code: `import Fastify from 'fastify';
import plugin from '@fastify/mysql';

const app = Fastify();
app.register(plugin, { connectionString: 'mysql://mysql/shop', promise: true });

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
