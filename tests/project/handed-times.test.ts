/** Times that a shutdown hands over, and names that only sound like one. */
import { js, table } from '../rules/table.js';

table('require-shutdown-deadline', {
  at: /=>|function/u,
  reports: [
    {
      name: 'a shutdown that is called graceful',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function gracefulShutdown(signal) { // ! unbounded
        server.close(() => process.exit(0));
      }
      process.once('SIGTERM', () => gracefulShutdown('SIGTERM'));
    `,
    },
    {
      name: 'one that logs that it is graceful, with a logger that is not seen',
      files: js`
      import http from 'node:http';
      import { logger } from 'unknown-logger';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => { // ! unbounded
        logger.info('Graceful shutdown: no timeout');
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'one that tells others of it',
      files: js`
      import http from 'node:http';
      import { notify } from 'unknown-chat';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const gracefulExit = () => process.exit(0);
      process.once('SIGTERM', () => { // ! unbounded
        notify('graceful shutdown of ' + process.pid, { channel: 'ops' });
        server.close(() => gracefulExit());
      });
    `,
    },
  ],
  silent: [
    {
      name: 'an option of something unseen',
      files: js`
      import http from 'node:http';
      import { closeAll } from 'unknown-closer';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        await closeAll(server, { gracePeriodMs: 5000 });
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'something unseen that is called after it',
      files: js`
      import http from 'node:http';
      import { withDeadline } from 'unknown-promises';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => withDeadline(5000, new Promise((resolve) => server.close(resolve))).then(() => process.exit(0)));
    `,
    },
    {
      name: 'a constant by its name',
      files: js`
      import http from 'node:http';
      import { bounded } from 'unknown-promises';
      const SHUTDOWN_TIMEOUT = 5000;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => bounded(new Promise((resolve) => server.close(resolve)), SHUTDOWN_TIMEOUT).then(() => process.exit(0)));
    `,
    },
  ],
});
