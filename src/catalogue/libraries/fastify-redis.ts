import type { Library } from '../shape.js';

/** Opens a Redis client as `fastify.redis` and closes it in its own onClose hook. Read in `index.js`. */
export const fastifyRedis: Library = {
  name: '@fastify/redis',
  manual: 'https://github.com/fastify/fastify-redis#readme',
  verified: 'source',
  exports: { default: {} },
  examples: [
    {
      code: `import Fastify from 'fastify';
import plugin from '@fastify/redis';

const app = Fastify();
app.register(plugin, { host: 'redis' });

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
