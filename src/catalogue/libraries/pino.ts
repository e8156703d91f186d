import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const create: Member = { returns: 'Logger', opens: false };
/** Nothing is lost without it: what is buffered is written when the process exits, `process.exit()` included. */
const flush: Member = { calls: [{ at: 0, role: 'completion' }] };

/** Measured; read in `lib/proto.js`, `lib/transport.js`: transports flush by themselves at exit; `pino.final` is gone since version 7. */
export const pino: Library = {
  name: 'pino',
  modules: ['pino', 'pino-http'],
  manual: 'https://getpino.io/#/docs/asynchronous',
  verified: 'measured',
  exports: {
    default: create,
    pino: create,
    ...each('transport multistream stdSerializers stdTimeFunctions', {}),
    destination: { returns: 'Destination', opens: false },
    pinoHttp: {},
  },
  types: {
    Logger: {
      label: 'logger',
      kind: 'logger',
      phase: 'flush-telemetry',
      members: {
        ...each('fatal error warn info debug trace silent log', { logs: true }),
        child: { returns: 'this' },
        flush,
      },
      events: { '*': { role: 'event' } },
    },
    Destination: {
      label: 'log destination',
      kind: 'logger',
      phase: 'flush-telemetry',
      members: {
        flush,
        flushSync: { flushes: { style: 'sync', drains: true } },
        end: { flushes: { style: 'detached', drains: true } },
        reopen: {},
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import pino from 'pino';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const log = pino();

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
