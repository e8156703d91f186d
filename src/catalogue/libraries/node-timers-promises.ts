import type { Library, Member } from '../shape.js';

const wait: Member = { promise: true, timer: 'once', abort: '2.signal' };

/** `setInterval` gives an async iterator: its loop is the callback. */
export const nodeTimersPromises: Library = {
  name: 'node:timers/promises',
  manual: 'https://nodejs.org/docs/latest/api/timers.html#timerspromisessettimeoutdelay-value-options',
  verified: 'measured',
  exports: {
    setTimeout: wait,
    setImmediate: { promise: true },
    setInterval: { timer: 'repeating', abort: '2.signal', unrefs: { at: '2.ref', is: false } },
    scheduler: { members: { wait: { promise: true, timer: 'once', abort: '1.signal' }, yield: { promise: true } } },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await sleep(1000);
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
