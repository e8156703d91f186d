import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Workers and queues are closed when the application shuts down: on a signal only with `enableShutdownHooks()`. Read in `bull.registrar.js`, `bull.module.js`. */
export const nestjsBullmq: Library = {
  name: '@nestjs/bullmq',
  modules: ['@nestjs/bullmq', '@nestjs/bull'],
  manual: 'https://docs.nestjs.com/techniques/queues',
  verified: 'source',
  exports: {
    Process: { decorates: 'message' },
    ...each('OnWorkerEvent OnQueueEvent OnQueueActive OnQueueCompleted OnQueueFailed OnQueueError', { decorates: 'event' }),
    ...each('Processor BullModule InjectQueue WorkerHost', {}),
  },
  lifecycle: { process: 'message' },
  examples: [
    {
      code: `import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { BullModule, Processor, WorkerHost } from '@nestjs/bullmq';

@Processor('mail')
class Mail extends WorkerHost {
  async process(job) {
    console.log(job.id);
  }
}
@Module({ imports: [BullModule.registerQueue({ name: 'mail' })], providers: [Mail] })
class App {}

const app = await NestFactory.create(App);
process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen(3000);
`,
      typescript: true,
      opens: ['@nestjs/common#INestApplication'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
