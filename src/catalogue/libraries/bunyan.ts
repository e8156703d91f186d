import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/bunyan.js`. */
export const bunyan: Library = {
  name: 'bunyan',
  manual: 'https://github.com/trentm/node-bunyan#streams',
  verified: 'source',
  exports: { createLogger: { returns: 'Logger', opens: false }, default: { returns: 'Logger', opens: false }, stdSerializers: {} },
  types: {
    Logger: {
      label: 'logger',
      kind: 'logger',
      phase: 'flush-telemetry',
      members: {
        ...each('fatal error warn info debug trace mark log verbose silly', { logs: true }),
        child: { returns: 'this' },
        close: { flushes: { style: 'sync', drains: false } },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import bunyan from 'bunyan';

const log = bunyan.createLogger({ name: 'shop' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  log.info('stopping');
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
