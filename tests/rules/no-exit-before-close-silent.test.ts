import { cjs, js, table, ts } from './table.js';

table('no-exit-before-close', {
  silent: [
    {
      name: 'an exit in the callback',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'an exit after the awaited close of a framework',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        await app.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a close made a promise by hand',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
        process.exit(0);
      });
    `,
    },
    {
      name: 'promisify with bind',
      files: js`
      import http from 'node:http';
      import { promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await promisify(server.close.bind(server))();
        process.exit(0);
      });
    `,
    },
    {
      name: 'events.once',
      files: js`
      import http from 'node:http';
      import { once } from 'node:events';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        server.close();
        await once(server, 'close');
        process.exit(0);
      });
    `,
    },
    {
      name: 'the close event',
      files: cjs`
      const http = require('http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.on('close', () => process.exit(0));
        server.close();
      });
    `,
    },
    {
      name: 'await using of the async dispose symbol',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await server[Symbol.asyncDispose]();
        process.exit(0);
      });
    `,
    },
    {
      name: 'Promise.all over everything',
      files: js`
      import Fastify from 'fastify';
      import { Worker } from 'bullmq';
      const app = Fastify();
      const workers = ['a', 'b'].map((name) => new Worker(name, async () => {}));
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        await Promise.all([app.close(), ...workers.map((worker) => worker.close())]);
        process.exit(0);
      });
    `,
    },
    {
      name: 'Promise.allSettled and finally',
      files: js`
      import Fastify from 'fastify';
      import Redis from 'ioredis';
      const redis = new Redis();
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => {
        Promise.allSettled([app.close(), redis.quit()]).finally(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a race with a deadline',
      files: js`
      import Fastify from 'fastify';
      import { setTimeout as sleep } from 'node:timers/promises';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        await Promise.race([app.close(), sleep(8000)]);
        process.exit(0);
      });
    `,
    },
    {
      name: 'the deadline timer',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'an exit at the second signal',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      let isStopping = false;
      process.on('SIGTERM', () => {
        if (isStopping) process.exit(1);
        isStopping = true;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'an exit when the close failed',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        try {
          await app.close();
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      });
    `,
    },
    {
      name: 'fields of a class, closed one after the other',
      files: ts`
      import { createServer } from 'node:http';
      import { Pool } from 'pg';
      class App {
        readonly #pool = new Pool();
        readonly #server = createServer((req, res) => void this.#pool.query('select 1').then(() => res.end()));
        start(): void {
          this.#server.listen(3000);
          process.on('SIGTERM', () => void this.stop().then(() => process.exit(0)));
        }
        async stop(): Promise<void> {
          await new Promise((resolve) => this.#server.close(resolve));
          await this.#pool.end();
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a script that serves nothing',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      process.on('SIGINT', () => process.exit(130));
      await pool.query('vacuum');
      await pool.end();
    `,
    },
    {
      name: 'a command-line tool and tests',
      files: {
        'bin/watch.js': `#!/usr/bin/env node
import http from 'node:http';
http.createServer((req, res) => res.end()).listen(0);
process.on('SIGINT', () => process.exit(0));
`,
        'tests/server.test.js': `
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(0);
        process.on('SIGTERM', () => { server.close(); process.exit(0); });
      `,
      },
    },
  ],
});
