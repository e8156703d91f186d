/** Promises that are settled from elsewhere: a wait for one of them may be for what it is settled by. */
import { js, table } from '../rules/table.js';

table('no-exit-before-close', {
  reports: [
    {
      name: 'a deferred that nobody waits for',
      files: js`
      import http from 'node:http';
      import pDefer from 'p-defer';
      const server = http.createServer().listen(3000);
      process.once('SIGTERM', async () => {
        const closed = pDefer();
        server.close(() => closed.resolve());
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a wait for something else, and a close that only tells the log',
      files: js`
      import http from 'node:http';
      import { logger } from 'some-logger';
      const server = http.createServer().listen(3000);
      process.once('SIGTERM', async () => {
        server.close(() => logger.info('closed'));
        await logger.flush();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a second server that settles nothing',
      files: js`
      import http from 'node:http';
      import pDefer from 'p-defer';
      const server = http.createServer().listen(3000);
      const metrics = http.createServer().listen(3001);
      process.once('SIGTERM', async () => {
        const closed = pDefer();
        server.close(() => closed.resolve());
        metrics.close();
        await closed.promise;
        process.exit(0); // ! pending
      });
    `,
    },
  ],
  silent: [
    {
      name: 'an object of a library',
      files: js`
      import http from 'node:http';
      import pDefer from 'p-defer';
      const server = http.createServer().listen(3000);
      process.once('SIGTERM', async () => {
        const closed = pDefer();
        server.close(() => closed.resolve());
        await closed.promise;
        process.exit(0);
      });
    `,
    },
    {
      name: 'one whose method is handed over, and that a function returns',
      files: js`
      import http from 'node:http';
      import pDefer from 'p-defer';
      const server = http.createServer().listen(3000);
      async function stop() {
        const closed = pDefer();
        server.close(closed.resolve);
        return closed.promise;
      }
      process.once('SIGTERM', () => stop().then(() => process.exit(0)));
    `,
    },
    {
      name: 'a class of the project',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      class Deferred {
        constructor() {
          this.promise = new Promise((resolve) => {
            this.resolve = resolve;
          });
        }
      }
      process.once('SIGTERM', async () => {
        const closed = new Deferred();
        server.close(() => closed.resolve());
        await closed.promise;
        process.exit(0);
      });
    `,
    },
    {
      name: 'a promise with a method that settles it, one of several',
      files: js`
      import http from 'node:http';
      const server = http.createServer().listen(3000);
      const metrics = http.createServer().listen(3001);
      function waiter() {
        let settle;
        const promise = new Promise((resolve) => {
          settle = resolve;
        });
        return Object.assign(promise, { finish: () => settle() });
      }
      process.once('SIGTERM', async () => {
        const waiters = { server: waiter(), metrics: waiter() };
        server.close(() => waiters.server.finish());
        metrics.close(() => waiters.metrics.finish());
        await Promise.all([waiters.server, waiters.metrics]);
        process.exit(0);
      });
    `,
    },
  ],
});
