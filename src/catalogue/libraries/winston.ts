import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: `end()` gives the logger, its `finish` event tells that the lines are handed on; `process.exit()` right after a log can lose lines. */
export const winston: Library = {
  name: 'winston',
  manual: 'https://github.com/winstonjs/winston#awaiting-logs-to-be-written-in-winston',
  verified: 'measured',
  exports: {
    createLogger: { returns: 'Logger', opens: false },
    ...each('format transports config addColors add configure', {}),
    ...each('log error warn info http verbose debug silly', { logs: true }),
    loggers: {},
  },
  types: {
    Logger: {
      label: 'logger',
      kind: 'logger',
      phase: 'flush-telemetry',
      extends: ['node:events#EventEmitter'],
      members: {
        ...each('log error warn info http verbose debug silly notice crit alert emerg', { logs: true }),
        child: { returns: 'this' },
        ...each('add remove configure', { returns: 'this' }),
        end: { returns: 'this', flushes: { style: 'callback', drains: true, event: 'finish' } },
        close: { returns: 'this', flushes: { style: 'detached', drains: false } },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import winston from 'winston';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const log = winston.createLogger({ transports: [new winston.transports.Console()] });

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
