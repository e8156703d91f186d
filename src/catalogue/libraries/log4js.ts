import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `shutdown(callback)` writes what is buffered. From its declarations. */
export const log4js: Library = {
  name: 'log4js',
  manual: 'https://log4js-node.github.io/log4js-node/api.html',
  verified: 'manual',
  exports: {
    getLogger: { returns: 'Logger', opens: false },
    configure: {},
    shutdown: { flushes: { style: 'callback', drains: true, kept: 'Logger' } },
    default: { members: { getLogger: { returns: 'Logger', opens: false } } },
  },
  types: {
    Logger: {
      label: 'logger',
      kind: 'logger',
      phase: 'flush-telemetry',
      members: {
        ...each('fatal error warn info debug trace mark log verbose silly', { logs: true }),
        ...each('addContext isDebugEnabled', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import log4js from 'log4js';

const log = log4js.getLogger();
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
