/** Shutdowns that begin after a delay, so that routers notice first; told apart from deadlines. */
import { js, table } from '../rules/table.js';

table('no-exit-before-close', {
  at: /process\.exit\(0\)/u,
  reports: [
    {
      name: 'an exit beside a close in a function that the timer calls',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function stop() {
        server.close();
        process.exit(0); // ! pending
      }
      process.once('SIGTERM', () => setTimeout(stop, 5000));
    `,
    },
  ],
  silent: [
    {
      name: 'a deadline that is set before anything is closed',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => {
          server.close();
          process.exit(1);
        }, 10_000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a wait after the close has begun',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then((rows) => res.end(String(rows)))).listen(3000);
      process.once('SIGTERM', () => {
        server.close();
        setTimeout(() => pool.end(() => process.exit(0)), 5000);
      });
    `,
    },
    {
      name: 'a deadline beside something unseen that closes',
      files: js`
      import http from 'node:http';
      import { container } from 'unknown-container';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => {
          server.close();
          process.exit(0);
        }, 10_000);
        container.stop(server).then(() => process.exit(0));
      });
    `,
    },
  ],
});

table('enforce-shutdown-order', {
  at: /redis\.quit\(\)/u,
  reports: [
    {
      name: 'a dependency that is closed first, after a delay',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = http.createServer((req, res) => redis.get('a').then((value) => res.end(value))).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await redis.quit(); // ! before
          server.close(() => process.exit(0));
        }, 5000);
      });
    `,
    },
    {
      name: 'one within a promise that is settled after the delay',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = http.createServer((req, res) => redis.get('a').then((value) => res.end(value))).listen(3000);
      function stop() {
        return new Promise((resolve) => {
          setTimeout(() => {
            redis.quit().then(() => { // ! before
              server.close(() => resolve());
            });
          }, 3000);
        });
      }
      process.once('SIGTERM', () => {
        stop().then(() => process.exit(0));
      });
    `,
    },
  ],
  silent: [
    {
      name: 'the right order after a delay',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = http.createServer((req, res) => redis.get('a').then((value) => res.end(value))).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(async () => {
            await redis.quit();
            process.exit(0);
          });
        }, 5000);
      });
    `,
    },
  ],
});
