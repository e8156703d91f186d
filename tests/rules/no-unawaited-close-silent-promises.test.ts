import { js, table, ts } from './table.js';

/** Promises that are kept, collected or handed on before somebody waits for them. */
table('no-unawaited-close', {
  silent: [
    {
      name: 'promises of bluebird',
      files: {
        'src/main.cjs': `
        const Promise = require('bluebird');
        const http = require('http');
        const https = require('https');
        const servers = { http: http.createServer(), https: https.createServer() };
        servers.http.listen(80);
        servers.https.listen(443);
        async function stopServers() {
          await Promise.fromCallback((done) => servers.http.close(done));
          await new Promise((resolve) => servers.https.close(() => resolve()));
        }
        process.once('SIGTERM', () => stopServers().then(() => process.exit(0)));
      `,
      },
    },
    {
      name: 'a promise that a package makes of a callback',
      files: js`
      import http from 'node:http';
      import { promised } from '@acme/promised';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function stop() {
        await promised((done) => {
          server.close(done);
        });
      }
      process.once('SIGTERM', async () => {
        await stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a promise around the callback in a field',
      files: ts`
      import { createServer } from 'node:http';
      export class Api {
        readonly #server = createServer((req, res) => res.end());
        start(): void { this.#server.listen(3000); }
        async close(): Promise<void> {
          await new Promise<void>((resolve, reject) => {
            this.#server.close((error) => { if (error) reject(error); else resolve(); });
          });
        }
      }
    `,
    },
    {
      name: 'a promise that is returned',
      files: ts`
      import { Pool } from 'pg';
      export class Store {
        private readonly pool = new Pool();
        stop(): Promise<void> { return this.pool.end(); }
      }
    `,
    },
    {
      name: 'promises kept and awaited together',
      files: js`
      import Fastify from 'fastify';
      import { Worker } from 'bullmq';
      const app = Fastify();
      const worker = new Worker('mail', async () => {});
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        const closing = [app.close()];
        closing.push(worker.close());
        await Promise.all(closing);
        process.exit(0);
      });
    `,
    },
    {
      name: 'a promise in a variable, awaited later',
      files: js`
      import Fastify from 'fastify';
      import Redis from 'ioredis';
      const redis = new Redis();
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        const closed = app.close();
        console.log('draining');
        await closed;
        await redis.quit();
        process.exit(0);
      });
    `,
    },
    {
      name: 'allSettled over an array',
      files: js`
      import { Worker } from 'bullmq';
      const workers = ['a', 'b'].map((name) => new Worker(name, async () => {}));
      process.on('SIGTERM', async () => {
        await Promise.allSettled(workers.map((worker) => worker.close()));
        process.exit(0);
      });
    `,
    },
    {
      name: 'for await over closers',
      files: js`
      import { Worker } from 'bullmq';
      const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
      process.on('SIGTERM', async () => {
        for (const worker of workers) await worker.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'the event with which a thread tells its end, listened for before it is told',
      files: js`
      import http from 'node:http';
      import { Worker } from 'node:worker_threads';
      const worker = new Worker('./resize.js');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const stop = () =>
        new Promise((resolve) => {
          worker.on('exit', (code) => {
            console.log('thread ended', code);
            resolve();
          });
          worker.terminate();
        });
      process.once('SIGTERM', async () => {
        await new Promise((resolve) => server.close(resolve));
        await stop();
        process.exit(0);
      });
    `,
    },
  ],
});
