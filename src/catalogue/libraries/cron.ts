import type { Library } from '../shape.js';

/** Argument 3 of a job, or the field of that name. */
const BEGINS = [
  { at: 3, is: true },
  { at: '0.start', is: true },
];

/** Measured: a started job holds the process; `stop()` does not wait for a running one. Read in `dist/job.js`: argument 3 starts it. */
export const cron: Library = {
  name: 'cron',
  manual: 'https://github.com/kelektiv/node-cron#api',
  verified: 'measured',
  exports: {
    CronJob: {
      returns: 'CronJob',
      opens: true,
      timer: 'repeating',
      begins: BEGINS,
      calls: [
        { at: 1, role: 'schedule' },
        { at: '0.onTick', role: 'schedule' },
      ],
      members: {
        from: { returns: 'CronJob', opens: true, timer: 'repeating', begins: BEGINS, calls: [{ at: '0.onTick', role: 'schedule' }] },
      },
    },
    CronTime: {},
    job: { returns: 'CronJob', opens: true, timer: 'repeating', begins: BEGINS, calls: [{ at: 1, role: 'schedule' }] },
  },
  types: {
    CronJob: {
      label: 'cron job',
      kind: 'scheduler',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        start: { begins: true },
        stop: { clears: 'this', closes: { style: 'sync', drains: false } },
        addCallback: { calls: [{ at: 0, role: 'schedule' }] },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { CronJob } from 'cron';

const job = new CronJob('0 * * * *', () => console.log('hourly'), null, true);
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  job.stop(); // close
  process.exit(0);
});
`,
      opens: ['CronJob', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
