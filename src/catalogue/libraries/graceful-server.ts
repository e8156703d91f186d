import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/core`: closes the server, then `closePromises`, 1000 ms at most by default, then exits. Serves `/live` and `/ready`. */
export const gracefulServer: Library = {
  name: '@gquittet/graceful-server',
  manual: 'https://github.com/gquittet/graceful-server#options',
  verified: 'source',
  exports: {
    default: {
      returns: 'GracefulServer',
      opens: false,
      owns: [0],
      signals: {
        handles: ['SIGHUP', 'SIGBREAK', 'SIGINT', 'SIGTERM'],
        then: 'exit',
        idempotent: true,
        deadline: 1000,
        deadlineAt: '1.timeout',
        closes: 0,
      },
      calls: [{ at: '1.closePromises.*', role: 'shutdown', awaited: true }],
    },
  },
  types: {
    GracefulServer: {
      label: 'graceful server',
      kind: 'helper',
      members: { ...each('isReady setReady', {}) },
      events: { SHUTTING_DOWN: { role: 'event' }, SHUTDOWN: { role: 'event' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import GracefulServer from '@gquittet/graceful-server';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const graceful = GracefulServer(server, { timeout: 8000 }); // close
graceful.setReady();
`,
      opens: ['node:http#Server'],
      live: true,
    },
  ],
};
