import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/kue.js`: `shutdown()` waits for the running jobs, as long as it is told, and then quits its clients; a second one fails. */
export const kue: Library = {
  name: 'kue',
  manual: 'https://github.com/Automattic/kue#graceful-shutdown',
  verified: 'source',
  exports: { createQueue: { returns: 'Queue', opens: true }, default: { members: { createQueue: { returns: 'Queue', opens: true } } } },
  types: {
    Queue: {
      label: 'Kue queue',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        process: { starts: true, calls: [{ at: 'last', role: 'message', done: 1 }] },
        shutdown: { closes: { style: 'callback', drains: true, deadline: 0 } },
        ...each('create createJob', { returns: 'Job' }),
        ...each('watchStuckJobs setupTimers', {}),
      },
      events: { '*': { role: 'event' } },
    },
    Job: {
      label: 'Kue job',
      kind: 'value',
      members: {
        ...each('priority attempts backoff delay ttl removeOnComplete searchKeys', { returns: 'this' }),
        save: { io: true, calls: [{ at: 'last', role: 'completion' }] },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import kue from 'kue';

const queue = kue.createQueue();
queue.process('mail', (job, done) => done());

process.once('SIGTERM', () => {
  queue.shutdown(5000, () => process.exit(0)); // close
});
`,
      opens: ['Queue'],
      live: true,
      notClosed: 'queue.shutdown(5000, () => {});\n  process.exit(0);',
    },
  ],
};
