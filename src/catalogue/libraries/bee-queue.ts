import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/queue.js`: `close(timeout)` waits for the running jobs, 5000 ms by default, then rejects. */
export const beeQueue: Library = {
  name: 'bee-queue',
  manual: 'https://github.com/bee-queue/bee-queue#queueprototypeclosetimeout-cb',
  verified: 'source',
  exports: { default: { returns: 'Queue', opens: true } },
  types: {
    Queue: {
      label: 'Bee-Queue',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        process: { starts: true, calls: [{ at: 'last', role: 'message', awaited: true, done: 1 }] },
        close: { promise: true, closes: { style: 'either', drains: true, deadline: 5000 } },
        createJob: { returns: 'Job' },
      },
      events: { '*': { role: 'event' } },
    },
    Job: {
      label: 'job',
      kind: 'value',
      members: { ...each('timeout retries delayUntil setId backoff', { returns: 'this' }), save: { promise: true, io: true } },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import Queue from 'bee-queue';

const queue = new Queue('mail');
queue.process(async (job) => console.log(job.id));

process.once('SIGTERM', async () => {
  await queue.close(8000); // close
  process.exit(0);
});
`,
      opens: ['Queue'],
      live: true,
      notClosed: 'queue.close(8000);',
    },
  ],
};
