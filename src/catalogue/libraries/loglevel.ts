import { each } from '../members.js';
import type { Library } from '../shape.js';

const levels = each('fatal error warn info debug trace log success start verbose silly note', { logs: true });

/** Writes to the console; nothing to flush. Also signale, consola, tslog, npmlog, roarr and debug. From their pages. */
export const loglevel: Library = {
  name: 'loglevel',
  modules: ['loglevel', 'signale', 'consola', 'tslog', 'npmlog', 'debug', 'roarr'],
  manual: 'https://github.com/pimterry/loglevel#readme',
  verified: 'manual',
  exports: {
    default: { returns: 'Logger', opens: false, members: levels },
    ...levels,
    ...each('Logger Signale', { returns: 'Logger', opens: false }),
    ...each('getLogger createConsola createLogger', { returns: 'Logger', opens: false }),
  },
  types: {
    Logger: {
      label: 'logger',
      kind: 'logger',
      call: { logs: true },
      members: { ...levels, ...each('child getSubLogger withTag extend', { returns: 'this' }) },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import log from 'loglevel';

log.setLevel('info');
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
