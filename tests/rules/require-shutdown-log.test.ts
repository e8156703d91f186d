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
  silent: [
    {
      name: 'console',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', (signal) => {
        console.log(signal);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the end is logged',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => {
        console.info('closed');
        process.exit(0);
      }));
    `,
    },
    {
      name: 'the logger of Fastify',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify({ logger: true });
      process.on('SIGTERM', async () => {
        app.log.info('stopping');
        await app.close();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'pino and winston',
      files: {
        'src/main.ts': `
        import http from 'node:http';
        import { log } from './log';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          log.warn({ signal: 'SIGTERM' }, 'stopping');
          server.close(() => process.exit(0));
        });
      `,
        'src/log.ts': `
        import pino from 'pino';
        export const log = pino();
      `,
      },
    },
    {
      name: 'a metric',
      files: js`
      import client from 'prom-client';
      import http from 'node:http';
      const stops = new client.Counter({ name: 'stops', help: 'stops' });
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        stops.inc();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a helper of another module that logs',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { note } from './note.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          note('stop');
          server.close(() => process.exit(0));
        });
      `,
        'src/note.js': `
        export const note = (text) => process.stdout.write(text);
      `,
      },
    },
    {
      name: 'standard output',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        process.stderr.write('stop');
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the logger of Nest',
      files: ts`
      import { Logger } from '@nestjs/common';
      import { createServer } from 'node:http';
      const logger = new Logger('main');
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        logger.log('stop');
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a shutdown that closes nothing',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'a library that tells',
      files: js`
      import Fastify from 'fastify';
      import closeWithGrace from 'close-with-grace';
      const app = Fastify();
      closeWithGrace(async () => { await app.close(); });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      process.on('SIGTERM', () => server.close());
    `,
      },
    },
    {
      name: 'a logger that cannot be seen',
      files: js`
      import { logger } from '@acme/log';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        logger('stop');
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});
