/** What is known of a failure is sent away before, or instead of, the end. */
import { js, table } from './table.js';

table('no-swallowed-crash', {
  reports: [
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
