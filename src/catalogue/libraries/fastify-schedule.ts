import type { Library } from '../shape.js';

/** Stops the jobs of `fastify.scheduler` in its onClose hook. Read in `index.js`. */
export const fastifySchedule: Library = {
  name: '@fastify/schedule',
  manual: 'https://github.com/fastify/fastify-schedule#readme',
  verified: 'source',
  exports: { default: {}, fastifySchedulePlugin: {}, fastifySchedule: {} },
  examples: [
    {
      code: `import schedule from '@fastify/schedule';
import Fastify from 'fastify';

const app = Fastify();
app.register(schedule);

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
