import { js, table, ts } from './table.js';

table('require-shutdown-deadline', {
  silent: [
    {
      name: 'a timer',
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
      name: 'a race',
      files: js`
      import Fastify from 'fastify';
      import { setTimeout as sleep } from 'node:timers/promises';
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await Promise.race([app.close(), sleep(8000)]);
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a helper of another module that ends the process in time',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const { limit } = require('./limit.cjs');
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          limit(8000);
          server.close(() => process.exit(0));
        });
      `,
        'src/limit.cjs': `
        exports.limit = (ms) => setTimeout(() => process.exit(1), ms).unref();
      `,
      },
    },
    {
      name: 'a library with its own limit',
      files: js`
      import Fastify from 'fastify';
      import closeWithGrace from 'close-with-grace';
      const app = Fastify();
      closeWithGrace({ delay: 8000 }, async () => { await app.close(); });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a terminator with its default',
      files: js`
      import http from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server, gracefulTerminationTimeout: 5000 });
      process.on('SIGTERM', async () => {
        await terminator.terminate();
        process.exit(0);
      });
    `,
    },
    {
      name: 'terminus',
      files: js`
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      const server = http.createServer((req, res) => res.end());
      createTerminus(server, { signals: ['SIGTERM'], timeout: 5000 });
      server.listen(3000);
    `,
    },
    {
      name: 'a timer that is cleared',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        const late = setTimeout(() => process.exit(1), 8000);
        server.close(() => clearTimeout(late));
      });
    `,
    },
    {
      name: 'an exit without waiting',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'a helper that is given the time',
      files: js`
      import http from 'node:http';
      import { closeWithin } from '@acme/shutdown';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await closeWithin(server, { timeout: 8000 });
        process.exit(0);
      });
    `,
    },
    {
      name: 'synchronous closes',
      files: js`
      import Database from 'better-sqlite3';
      const db = new Database('a.db');
      process.on('SIGTERM', () => {
        db.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a method with a timer in a field',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        private readonly server = createServer((req, res) => res.end());
        private timer: NodeJS.Timeout | undefined;
        start(): void {
          this.server.listen(3000);
          process.once('SIGTERM', () => this.stop());
        }
        private stop(): void {
          this.timer = setTimeout(() => this.end(1), 8000);
          this.timer.unref();
          this.server.close(() => this.end(0));
        }
        private end(code: number): void { process.exit(code); }
      }
      new App().start();
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
      },
    },
    {
      name: 'connections that are cut at the deadline',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        setTimeout(() => server.closeAllConnections(), 8000).unref();
      });
    `,
    },
    {
      name: 'AbortSignal.timeout',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        AbortSignal.timeout(8000).addEventListener('abort', () => process.exit(1));
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});
