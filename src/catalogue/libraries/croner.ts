import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const create: Member = { returns: 'Cron', opens: true, timer: 'repeating', calls: [{ at: 'last', role: 'schedule' }] };

/** From its declarations; with `unref: true` it does not hold the process. */
export const croner: Library = {
  name: 'croner',
  manual: 'https://croner.56k.guru/usage/basics/',
  verified: 'manual',
  exports: { default: create, Cron: create },
  types: {
    Cron: {
      label: 'cron job',
      kind: 'scheduler',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        stop: { clears: 'this', closes: { style: 'sync', drains: false } },
        ...each('pause resume nextRun isRunning', {}),
        trigger: { promise: true },
        schedule: { returns: 'this', calls: [{ at: 0, role: 'schedule' }] },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Cron } from 'croner';

const job = new Cron('0 * * * *', () => console.log('hourly'));
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  job.stop(); // close
  process.exit(0);
});
`,
      opens: ['Cron', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
