import type { Library } from '../shape.js';

/** Measured: `close()` waits for the running jobs, unless `close(true)`. */
export const bull: Library = {
  name: 'bull',
  manual: 'https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueclose',
  verified: 'measured',
  exports: { default: { returns: 'Queue', opens: true }, Queue: { returns: 'Queue', opens: true } },
  types: {
    Queue: {
      label: 'Bull queue',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        process: { promise: true, starts: true, calls: [{ at: 'last', role: 'message', awaited: true, done: 1 }] },
        close: { promise: true, closes: { style: 'promise', drains: true, forced: { at: 0, is: true } } },
        pause: { promise: true },
        isReady: { promise: true },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import Queue from 'bull';

const queue = new Queue('mail');
queue.process(async (job) => console.log(job.id));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await queue.close(); // close
  process.exit(0);
});
`,
      opens: ['Queue'],
      live: true,
      notClosed: 'queue.close();',
    },
  ],
};
