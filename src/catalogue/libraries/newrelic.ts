import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Only the callback tells the end. Read in `api.js`. */
export const newrelic: Library = {
  name: 'newrelic',
  manual: 'https://newrelic.github.io/node-newrelic/API.html#shutdown',
  verified: 'source',
  exports: {
    shutdown: { flushes: { style: 'callback', drains: true, kept: 'Agent', deadline: '0.timeout' } },
    ...each('noticeError recordMetric recordCustomEvent incrementMetric', { logs: true }),
    ...each('startSegment startBackgroundTransaction startWebTransaction', { calls: [{ at: 'last', role: 'now' }] }),
    ...each('addCustomAttribute setTransactionName', {}),
  },
  types: { Agent: { label: 'New Relic agent', kind: 'telemetry', phase: 'flush-telemetry' } },
  examples: [
    {
      code: `import http from 'node:http';
import newrelic from 'newrelic';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => {
    newrelic.shutdown({ collectPendingData: true, timeout: 2000 }, () => process.exit(0)); // close
  });
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'newrelic.shutdown({ collectPendingData: true }, () => {}); process.exit(0);',
    },
  ],
};
