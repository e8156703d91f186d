import { js, table, ts } from './table.js';

/** A timer before the shutdown, so that traffic goes elsewhere first, is no deadline. */
table('no-exit-before-close', {
  reports: [
    {
      name: 'an exit beside the close, after a delay',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        console.log('draining');
        setTimeout(() => {
          server.close();
          process.exit(0); // ! pending
        }, 5000);
      });
    `,
    },
    {
      name: 'a shutdown of the database alone, after a delay, with a deadline of its own',
      files: js`
      import http from 'node:http';
      import knex from 'knex';
      const db = knex({ client: 'pg' });
      http.createServer((req, res) => res.end()).listen(3000);
      let isStopping = false;
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
      function stop() {
        if (!isStopping) setTimeout(cleanUp, 3000);
        isStopping = true;
      }
      function cleanUp() {
        db.destroy(() => process.exit()); // ! open
        setTimeout(() => process.exit(), 10_000);
      }
    `,
    },
    {
      name: 'an exit that is handed on as a callback, after a deadline that is set first',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { Data } from './data.js';
        const data = new Data();
        http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(process.exit, 10_000).unref();
          setTimeout(() => {
            data.close(process.exit); // ! open
          }, 3000);
        });
      `,
        'src/data.js': `
        import knex from 'knex';
        export class Data {
          constructor() { this.knex = knex({ client: 'pg' }); }
          close(done = undefined) {
            this.knex.destroy(() => {
              if (done) done();
            });
          }
        }
      `,
      },
    },
  ],
  silent: [
    {
      name: 'an exit after the close, after a delay',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => {
          server.close(() => process.exit(0));
        }, 5000);
        setTimeout(() => process.exit(1), 20_000).unref();
      });
    `,
    },
    {
      name: 'a deadline that cuts what is left, and is set first',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => {
          redis.quit();
          process.exit(1);
        }, 20_000).unref();
        server.close(async () => {
          await redis.quit();
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'a deadline alone, which another listener needs',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      process.on('SIGTERM', () => setTimeout(() => process.exit(1), 20_000).unref());
    `,
    },
  ],
});

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a shutdown after a delay, with nothing that ends it',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => { // ! unbounded
        setTimeout(() => {
          server.close(() => process.exit(0));
        }, 5000);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a deadline beside the delay',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 20_000).unref();
        setTimeout(() => {
          server.close(() => process.exit(0));
        }, 5000);
      });
    `,
    },
    {
      name: 'a deadline within the delay',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => {
          server.close(() => process.exit(0));
          setTimeout(() => process.exit(1), 10_000).unref();
        }, 5000);
      });
    `,
    },
    {
      name: 'a deadline after the delay',
      files: ts`
      import Fastify from 'fastify';
      const app = Fastify();
      async function stop(): Promise<void> {
        setTimeout(() => process.exit(1), 20_000).unref();
        await app.close();
        process.exit(0);
      }
      process.once('SIGTERM', () => setTimeout(() => void stop(), 5000));
      await app.listen({ port: 3000 });
    `,
    },
  ],
});
