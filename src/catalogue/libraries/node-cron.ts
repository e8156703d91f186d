import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured; read in `dist/node-cron.js`: `stop()` and `destroy()` do not wait for a running task; `shutdown()` of version 4 does. */
export const nodeCron: Library = {
  name: 'node-cron',
  manual: 'https://nodecron.com/scheduled-task-methods',
  verified: 'measured',
  exports: {
    schedule: { returns: 'ScheduledTask', opens: true, timer: 'repeating', calls: [{ at: 1, role: 'schedule', awaited: true }] },
    createTask: { returns: 'ScheduledTask', opens: true, timer: 'repeating', calls: [{ at: 1, role: 'schedule', awaited: true }] },
    getTasks: { clearsAll: true, collection: 'ScheduledTask' },
    shutdown: { promise: true, clearsAll: true, closes: { style: 'promise', drains: true, kept: 'ScheduledTask', deadline: 0 } },
    validate: {},
  },
  types: {
    ScheduledTask: {
      label: 'cron task',
      kind: 'scheduler',
      phase: 'stop-accepting',
      keepsAlive: true,
      extends: ['node:events#EventEmitter'],
      members: {
        ...each('stop destroy', { clears: 'this', closes: { style: 'sync', drains: false } }),
        ...each('start execute', {}),
        unref: { returns: 'this', unrefs: true },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import cron from 'node-cron';

const task = cron.schedule('0 * * * *', () => console.log('hourly'));
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  task.stop(); // close
  process.exit(0);
});
`,
      opens: ['ScheduledTask', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
