import { js, table, ts } from './table.js';

/** What only looks like the defect, in the shapes of real services. */
table('no-unawaited-close', {
  silent: [
    {
      name: 'a parameter that shadows the server',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      export async function stop(server) {
        await server.close();
      }
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'the server of Fastify',
      files: js`
      import Fastify from 'fastify';
      const server = Fastify();
      await server.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        await server.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a server that is wrapped into a promise',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        private readonly http = createServer((req, res) => res.end());
        readonly server = { close: () => new Promise<void>((resolve) => { this.http.close(() => resolve()); }) };
        start(): void { this.http.listen(3000); }
      }
      const app = new App();
      app.start();
      process.on('SIGTERM', async () => {
        await app.server.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a retry of the close',
      files: js`
      import Redis from 'ioredis';
      const redis = new Redis();
      export async function stop() {
        for (let left = 3; left > 0; left -= 1) {
          try {
            return await redis.quit();
          } catch (error) {
            console.error(error);
          }
        }
      }
      process.on('SIGTERM', () => stop().then(() => process.exit(0)));
    `,
    },
    {
      name: 'a stream of one request',
      files: js`
      import fs from 'node:fs';
      import http from 'node:http';
      const server = http.createServer(async (req, res) => {
        const file = await fs.promises.open('x');
        file.close();
        const out = fs.createWriteStream('/tmp/x');
        out.end();
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a close on the failing way',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', async () => {
        try {
          await new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));
          await pool.end();
          process.exit(0);
        } catch (error) {
          pool.end();
          process.exit(1);
        }
      });
    `,
    },
    {
      name: 'p-limit, p-map and other packages that are given the promise',
      files: ts`
      import { Worker } from 'bullmq';
      import pMap from 'p-map';
      const workers = ['a', 'b'].map((name) => new Worker(name, async () => {}));
      process.on('SIGTERM', async () => {
        await pMap(workers, (worker) => worker.close());
        process.exit(0);
      });
    `,
    },
    {
      name: 'a watcher whose end nobody needs',
      files: js`
      import chokidar from 'chokidar';
      import http from 'node:http';
      const watcher = chokidar.watch('config');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        void watcher.close();
        server.close();
      });
    `,
    },
    {
      name: 'types from a declaration only',
      files: ts`
      interface Closable { close(): Promise<void> }
      export async function stopAll(all: Closable[]): Promise<void> {
        for (const one of all) await one.close();
      }
      export async function stopOne(one: Closable): Promise<void> { await one.close(); }
    `,
    },
    {
      name: 'a stop of the project that is synchronous',
      files: js`
      import http from 'node:http';
      const timers = { stop() { clearInterval(this.timer); }, timer: undefined };
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        timers.stop();
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
    },
    {
      name: 'a wait in a helper that takes promises',
      files: {
        'src/main.js': `
        import Fastify from 'fastify';
        import Redis from 'ioredis';
        import { settle } from './settle.js';
        const app = Fastify();
        const redis = new Redis();
        await app.listen({ port: 3000 });
        process.on('SIGTERM', async () => {
          await settle([app.close(), redis.quit()]);
          process.exit(0);
        });
      `,
        'src/settle.js': `
        export const settle = (promises) => Promise.allSettled(promises);
      `,
      },
    },
    {
      name: 'a callback that ends the process, in a function that nobody waits for',
      files: js`
      import { setTimeout as sleep } from 'node:timers/promises';
      import express from 'express';
      const server = express().listen(3000);
      async function shutdown() {
        await sleep(5000);
        server.close(() => process.exit(0));
      }
      process.on('SIGTERM', () => void shutdown());
    `,
    },
  ],
});
