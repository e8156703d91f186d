import { cjs, js, table, ts } from './table.js';

table('require-shutdown-deadline', {
  at: /^(?:async |function |private |static )*[\w(]/u,
  reports: [
    {
      name: 'a close that may take for ever',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0))); // ! unbounded
    `,
    },
    {
      name: 'a named async function',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function shutdown() { // ! unbounded
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      }
      process.on('SIGTERM', shutdown);
    `,
    },
    {
      name: 'one shutdown behind two listeners that ask something first',
      files: js`
      import http from 'node:http';
      import { isPrimary } from './role.js';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function shutdown(signal) { // ! unbounded
        console.log(signal);
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      }
      process.on('SIGTERM', () => { if (isPrimary()) return; void shutdown('SIGTERM'); });
      process.on('SIGINT', () => { if (isPrimary()) return; void shutdown('SIGINT'); });
    `,
    },
    {
      name: 'CommonJS, signals in a loop',
      files: cjs`
      const express = require('express');
      const server = express().listen(3000);
      const stop = () => { // ! unbounded
        server.close(() => process.exit(0));
      };
      ['SIGTERM', 'SIGINT'].forEach((signal) => process.on(signal, stop));
    `,
    },
    {
      name: 'a method of a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        readonly #server = createServer((req, res) => res.end());
        start(): void {
          this.#server.listen(3000);
          process.on('SIGTERM', () => this.stop());
        }
        private stop(): void { // ! unbounded
          this.#server.close(() => process.exit(0));
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a job that may take for ever',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => { // ! unbounded
        await worker.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a shutdown of another module',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { stop } from './stop.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => stop(server));
      `,
        'src/stop.js': `
        export async function stop(server) { // ! unbounded
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        }
      `,
      },
    },
    {
      name: 'a timer that is not the deadline',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! unbounded
        setTimeout(() => console.log('still draining'), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'Promise.all',
      files: js`
      import Fastify from 'fastify';
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      const app = Fastify();
      process.on('SIGTERM', () => { // ! unbounded
        Promise.all([app.close(), worker.close()]).then(() => process.exit(0));
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a shutdown after a crash',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error: Error) => { // ! unbounded
        console.error(error);
        server.close(() => process.exit(1));
      });
    `,
    },
  ],
});
