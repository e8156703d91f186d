import type { Library } from '../shape.js';

/** Read in `index.js`: its handlers run before `fastify.close()`; 10,000 ms at most, then exits. */
export const fastifyGracefulShutdown: Library = {
  name: 'fastify-graceful-shutdown',
  manual: 'https://github.com/hemerajs/fastify-graceful-shutdown#usage',
  verified: 'source',
  exports: {
    default: { signals: { handles: ['SIGINT', 'SIGTERM'], then: 'exit', idempotent: true, deadline: 10_000, deadlineAt: '1.timeout' } },
  },
  examples: [
    {
      code: `import Fastify from 'fastify';
import gracefulShutdown from 'fastify-graceful-shutdown';

const app = Fastify();
app.register(gracefulShutdown); // close
await app.listen({ port: 3000 });
`,
      opens: ['fastify#FastifyInstance'],
      live: true,
      notClosed: '',
    },
  ],
};
