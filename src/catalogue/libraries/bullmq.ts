import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured; read in `dist/cjs/classes/worker.js`: a worker waits for its jobs without a limit, unless `close(true)`. A connection passed in stays open. */
export const bullmq: Library = {
  name: 'bullmq',
  modules: ['bullmq', '@taskforcesh/bullmq-pro'],
  manual: 'https://docs.bullmq.io/guide/workers/graceful-shutdown',
  verified: 'measured',
  exports: {
    ...each('Worker WorkerPro', {
      returns: 'Worker',
      opens: true,
      starts: { at: '2.autorun', is: false, not: true },
      calls: [{ at: 1, role: 'message', awaited: true }],
    }),
    ...each('Queue QueuePro', { returns: 'Queue', opens: true }),
    QueueEvents: { returns: 'QueueEvents', opens: true },
    QueueScheduler: { returns: 'QueueEvents', opens: true },
    FlowProducer: { returns: 'FlowProducer', opens: true },
  },
  types: {
    Worker: {
      label: 'BullMQ worker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: true, forced: { at: 0, is: true }, idempotent: true } },
        disconnect: { promise: true, closes: { style: 'promise', drains: false } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
        run: { promise: true, starts: true },
        pause: { promise: true },
      },
      events: { '*': { role: 'event' } },
    },
    Queue: {
      label: 'BullMQ queue',
      kind: 'producer',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } },
        disconnect: { promise: true, closes: { style: 'promise', drains: false } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: false } },
      },
      events: { '*': { role: 'event' } },
    },
    QueueEvents: {
      label: 'BullMQ queue events',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: { close: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } }, run: { promise: true } },
      events: { '*': { role: 'event' } },
    },
    FlowProducer: {
      label: 'BullMQ flow producer',
      kind: 'producer',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: { close: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } } },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { Worker } from 'bullmq';

const worker = new Worker('mail', async (job) => console.log(job.name), { connection: { host: 'redis' } });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await worker.close(); // close
  process.exit(0);
});
`,
      opens: ['Worker'],
      live: true,
      notClosed: 'worker.close();',
    },
  ],
};
