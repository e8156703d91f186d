import type { Library } from '../shape.js';

/** Opens a MongoDB client as `fastify.mongo` and closes it in its own onClose hook. Read in `index.js`. */
export const fastifyMongodb: Library = {
  name: '@fastify/mongodb',
  manual: 'https://github.com/fastify/fastify-mongodb#readme',
  verified: 'source',
  exports: { default: {} },
  examples: [
    {
      code: `import Fastify from 'fastify';
import plugin from '@fastify/mongodb';

const app = Fastify();
app.register(plugin, { url: 'mongodb://mongo/shop' });

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
