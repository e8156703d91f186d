import { cjs, js, table, ts } from './table.js';

table('require-shutdown-log', {
  at: /^(?:async |function |private |static )*[\w(]/u,
  reports: [
    {
      name: 'a close without a word',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0))); // ! silent
    `,
    },
    {
      name: 'a named function, CommonJS',
      files: cjs`
      const express = require('express');
      const server = express().listen(3000);
      function shutdown() { // ! silent
        server.close(() => process.exit(0));
      }
      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);
    `,
    },
    {
      name: 'a framework',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.on('SIGTERM', async () => { // ! silent
        await app.close();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a consumer',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => { console.log('job'); });
      process.on('SIGTERM', async () => { // ! silent
        await worker.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a method of a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        readonly #server = createServer((req, res) => res.end());
        start(): void {
          this.#server.listen(3000, () => console.log('listening'));
          process.on('SIGTERM', () => void this.stop());
        }
        async stop(): Promise<void> { // ! silent
          await new Promise((resolve) => this.#server.close(resolve));
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a shutdown of another module',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { stop } from './stop.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        console.log('started');
        process.on('SIGTERM', () => stop(server));
      `,
        'src/stop.js': `
        export function stop(server) { // ! silent
          setTimeout(() => process.exit(1), 8000).unref();
          server.close(() => process.exit(0));
        }
      `,
      },
    },
    {
      name: 'signals in a loop',
      files: js`
      import Koa from 'koa';
      const server = new Koa().listen(3000);
      for (const signal of ['SIGTERM', 'SIGINT']) {
        process.once(signal, () => { // ! silent
          server.close();
        });
      }
    `,
    },
    {
      name: 'a promise chain',
      files: ts`
      import Fastify from 'fastify';
      import { Pool } from 'pg';
      const pool = new Pool();
      const app = Fastify();
      process.on('SIGTERM', () => { // ! silent
        void app.close().then(() => pool.end()).then(() => process.exit(0));
      });
      void app.listen({ port: 3000 });
    `,
    },
  ],
});
