import type { Library } from '../shape.js';

/** Closes its clients in the preClose hook. Read in `index.js`. */
export const fastifyWebsocket: Library = {
  name: '@fastify/websocket',
  manual: 'https://github.com/fastify/fastify-websocket#readme',
  verified: 'source',
  exports: { default: {}, fastifyWebsocket: {} },
  examples: [
    {
      code: `import websocket from '@fastify/websocket';
import Fastify from 'fastify';

const app = Fastify();
app.register(websocket);

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
