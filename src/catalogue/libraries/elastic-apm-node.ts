import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `index.d.ts`, `lib/agent.js`. */
export const elasticApmNode: Library = {
  name: 'elastic-apm-node',
  manual: 'https://www.elastic.co/guide/en/apm/agent/nodejs/current/agent-api.html#apm-flush',
  verified: 'source',
  exports: { default: { is: 'Agent' }, start: { returns: 'Agent', opens: true } },
  types: {
    Agent: {
      label: 'APM agent',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      members: {
        start: { returns: 'this' },
        flush: { promise: true, flushes: { style: 'either', drains: true } },
        destroy: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('captureError startTransaction startSpan setLabel setUserContext addLabels', { logs: true }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import apm from 'elastic-apm-node';

apm.start();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await apm.flush(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'apm.flush();',
    },
  ],
};
