import type { Library } from '../shape.js';

/** Registered plugin: answers 503 under load; `/status` with `exposeStatusRoute`. Read in `index.js`. */
export const underPressure: Library = {
  name: '@fastify/under-pressure',
  manual: 'https://github.com/fastify/under-pressure#status-route',
  verified: 'source',
  answers: 'under-pressure',
  exports: { default: {}, underPressure: {} },
  examples: [
    {
      code: `import underPressure from '@fastify/under-pressure';
import Fastify from 'fastify';

const app = Fastify();
app.register(underPressure, { exposeStatusRoute: true });

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
