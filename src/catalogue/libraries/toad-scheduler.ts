import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: `stop()` clears the jobs; an asynchronous task that runs goes on. */
export const toadScheduler: Library = {
  name: 'toad-scheduler',
  manual: 'https://github.com/kibertoad/toad-scheduler#readme',
  verified: 'measured',
  exports: {
    ToadScheduler: { returns: 'ToadScheduler', opens: true, timer: 'repeating' },
    ...each('Task AsyncTask', { calls: [{ at: 1, role: 'schedule' }] }),
    ...each('SimpleIntervalJob LongIntervalJob CronJob', { returns: 1 }),
  },
  types: {
    ToadScheduler: {
      label: 'scheduler',
      kind: 'scheduler',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        stop: { clears: 'this', closes: { style: 'sync', drains: false } },
        ...each('addSimpleIntervalJob addLongIntervalJob addIntervalJob addCronJob stopById removeById', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { AsyncTask, SimpleIntervalJob, ToadScheduler } from 'toad-scheduler';

const scheduler = new ToadScheduler();
scheduler.addSimpleIntervalJob(new SimpleIntervalJob({ minutes: 1 }, new AsyncTask('report', async () => console.log('minute'))));
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  scheduler.stop(); // close
  process.exit(0);
});
`,
      opens: ['ToadScheduler', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
