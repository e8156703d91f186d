import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations; workers are killed `closeWorkerAfterMs` after the stop, at once by default. */
export const bree: Library = {
  name: 'bree',
  manual: 'https://github.com/breejs/bree#instance-options',
  verified: 'manual',
  exports: { default: { returns: 'Bree', opens: true } },
  types: {
    Bree: {
      label: 'Bree scheduler',
      kind: 'scheduler',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        start: { promise: true },
        stop: { promise: true, closes: { style: 'promise', drains: false } },
        ...each('add remove run', { promise: true }),
        init: { promise: true },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Bree from 'bree';

const bree = new Bree({ jobs: [{ name: 'report', interval: '1h' }] });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await bree.stop(); // close
  process.exit(0);
});
await bree.start();
`,
      opens: ['Bree', 'node:http#Server'],
      live: true,
      notClosed: 'bree.stop();',
    },
  ],
};
