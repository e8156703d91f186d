import type { Library } from '../shape.js';

/** Measured: a job holds the process; `gracefulShutdown()` cancels all jobs and waits for the running ones. */
export const nodeSchedule: Library = {
  name: 'node-schedule',
  manual: 'https://github.com/node-schedule/node-schedule#graceful-shutdown',
  verified: 'measured',
  exports: {
    scheduleJob: { returns: 'Job', opens: true, timer: 'repeating', calls: [{ at: 'last', role: 'schedule' }] },
    Job: { returns: 'Job', opens: true, calls: [{ at: 'last', role: 'schedule' }] },
    gracefulShutdown: { promise: true, clearsAll: true, closes: { style: 'promise', drains: true, kept: 'Job' } },
    cancelJob: { clears: 0 },
    scheduledJobs: { clearsAll: true, collection: 'Job' },
    RecurrenceRule: {},
    Range: {},
  },
  types: {
    Job: {
      label: 'scheduled job',
      kind: 'scheduler',
      phase: 'stop-accepting',
      keepsAlive: true,
      extends: ['node:events#EventEmitter'],
      members: { cancel: { clears: 'this', closes: { style: 'sync', drains: false } }, schedule: { timer: 'repeating' }, reschedule: {} },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import schedule from 'node-schedule';

const job = schedule.scheduleJob('0 * * * *', () => console.log('hourly'));
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  job.cancel(); // close
  process.exit(0);
});
`,
      opens: ['Job', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
