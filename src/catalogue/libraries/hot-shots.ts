import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Only the callback tells the end; its socket holds the process. From its declarations. */
export const hotShots: Library = {
  name: 'hot-shots',
  modules: ['hot-shots', 'node-statsd', 'statsd-client'],
  manual: 'https://github.com/brightcove/hot-shots#closing',
  verified: 'manual',
  exports: { default: { returns: 'StatsD', opens: true }, StatsD: { returns: 'StatsD', opens: true } },
  types: {
    StatsD: {
      label: 'StatsD client',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      needsClose: true,
      keepsAlive: true,
      members: {
        close: { closes: { style: 'callback', drains: true } },
        ...each('increment decrement gauge histogram timing set distribution event check', { logs: true }),
        childClient: { returns: 'this' },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import StatsD from 'hot-shots';

const metrics = new StatsD();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => metrics.close(resolve)); // close
  process.exit(0);
});
`,
      opens: ['StatsD', 'node:http#Server'],
      live: true,
      notClosed: 'await metrics.close();',
    },
  ],
};
