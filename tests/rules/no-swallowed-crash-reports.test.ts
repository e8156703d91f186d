/** What is known of a failure is sent away before, or instead of, the end. */
import { js, table } from './table.js';

table('no-swallowed-crash', {
  reports: [
    {
      name: 'an error of the own that is made for the log',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { createLogger } from '@shop/logger';
        import { failure } from './failure.js';
        const logger = createLogger({ name: 'shop' });
        http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('uncaughtException', (cause) => { // ! lives-on
          logger.warn('Uncaught exception', { cause: failure('E36', cause) });
        });
        process.on('unhandledRejection', (cause) => { // ! lives-on
          logger.warn('Unhandled rejection', { cause: new Error('E35', { cause }) });
        });
      `,
        'src/failure.js': `
        import { CustomError } from 'ts-custom-error';
        class Failure extends CustomError {
          constructor(code, cause) {
            super(code);
            this.cause = cause;
          }
        }
        export const failure = (code, cause) => new Failure(code, cause);
      `,
      },
    },
    {
      name: 'a report to a tracker, by a helper that waits for it',
      files: js`
      import http from 'node:http';
      import * as Sentry from '@sentry/node';
      Sentry.init({ dsn: process.env.SENTRY_DSN });
      http.createServer((req, res) => res.end('ok')).listen(3000);
      process.on('unhandledRejection', async (reason) => { // ! lives-on
        console.error(reason);
        Sentry.captureException(reason);
        await flush(2000);
      });
      async function flush(milliseconds) {
        try {
          await Sentry.flush(milliseconds);
        } catch (error) {
          console.error(error);
        }
      }
    `,
    },
  ],
  silent: [
    {
      name: 'an error of the own that ends the process when it is made',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { Failure } from './failure.js';
        http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('uncaughtException', (cause) => {
          console.error(new Failure('E36', cause));
        });
      `,
        'src/failure.js': `
        import { CustomError } from 'ts-custom-error';
        export class Failure extends CustomError {
          constructor(code, cause) {
            super(code);
            this.cause = cause;
            setImmediate(() => process.exit(1));
          }
        }
      `,
      },
    },
    {
      name: 'a report to a tracker before the end',
      files: js`
      import http from 'node:http';
      import * as Sentry from '@sentry/node';
      Sentry.init({ dsn: process.env.SENTRY_DSN });
      http.createServer((req, res) => res.end('ok')).listen(3000);
      process.on('unhandledRejection', async (reason) => {
        Sentry.captureException(reason);
        await Sentry.flush(2000);
        process.exit(-1);
      });
    `,
    },
    {
      name: 'a report to a tracker beside a shutdown',
      files: js`
      import http from 'node:http';
      import * as Sentry from '@sentry/node';
      Sentry.init({ dsn: process.env.SENTRY_DSN });
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      process.on('unhandledRejection', async (reason) => {
        Sentry.captureException(reason);
        process.exitCode = 1;
        server.close();
        await Sentry.flush(2000);
      });
    `,
    },
  ],
});
