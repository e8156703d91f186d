import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-unawaited-close', [
  {
    name: 'a callback by name',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import { Queue } from 'bullmq';
        const queue = new Queue('mail');
        const app = Fastify();
        app.addHook('onClose', (instance, done) => {
          queue.close(done);
        });
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await app.close();
        });
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'drop',
    after: code`
      import Fastify from 'fastify';
      import { Queue } from 'bullmq';
      const queue = new Queue('mail');
      const app = Fastify();
      app.addHook('onClose', (instance, done) => {
        queue.close().then(() => done(), done);
      });
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await app.close();
      });
      await app.listen({ port: 3000 });
    `,
  },
]);
