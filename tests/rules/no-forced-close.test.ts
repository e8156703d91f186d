import { cjs, js, table, ts } from './table.js';

table('no-forced-close', {
  at: /^[\w.#]+\(/u,
  reports: [
    {
      name: 'before the close',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.closeAllConnections(); // ! forced
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'right after the close began, CommonJS',
      files: cjs`
      const express = require('express');
      const server = express().listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        server.closeAllConnections(); // ! forced
      });
    `,
    },
    {
      name: 'close(true) of a worker',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        await worker.close(true); // ! forced
        process.exit(0);
      });
    `,
    },
    {
      name: 'forceShutdown',
      files: js`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {});
      process.on('SIGTERM', () => {
        server.forceShutdown(); // ! forced
        process.exit(0);
      });
    `,
    },
    {
      name: 'a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        readonly #server = createServer((req, res) => res.end());
        start(): void {
          this.#server.listen(3000);
          process.on('SIGTERM', () => this.stop());
        }
        private stop(): void {
          this.#server.close();
          this.#server.closeAllConnections(); // ! forced
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a helper of another module',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { stop } from './stop.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => stop(server));
      `,
        'src/stop.js': `
        export function stop(server) {
          server.closeAllConnections(); // ! forced
          server.close(() => process.exit(0));
        }
      `,
      },
    },
    {
      name: 'a client that is destroyed',
      files: js`
      import Fastify from 'fastify';
      import { createClient } from 'redis';
      const redis = createClient();
      const app = Fastify();
      app.get('/', () => redis.get('a'));
      process.on('SIGTERM', async () => {
        redis.destroy(); // ! forced
        await app.close();
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'an HTTP client',
      files: js`
      import Fastify from 'fastify';
      import { Agent } from 'undici';
      const agent = new Agent();
      const app = Fastify();
      app.addHook('onClose', async () => {
        await agent.destroy(); // ! forced
      });
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
  ],
  silent: [
    {
      name: 'at the deadline',
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
      name: 'idle connections',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        server.closeIdleConnections();
      });
    `,
    },
    {
      name: 'after a pause',
      files: js`
      import http from 'node:http';
      import { setTimeout as sleep } from 'node:timers/promises';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        server.close(() => process.exit(0));
        await sleep(8000);
        server.closeAllConnections();
      });
    `,
    },
    {
      name: 'after the drain',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        process.exit(0);
      });
    `,
    },
    {
      name: 'when the close failed',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        try {
          await worker.close();
        } catch {
          await worker.close(true);
        }
        process.exit(0);
      });
    `,
    },
    {
      name: 'after a race with the deadline',
      files: js`
      import { Worker } from 'bullmq';
      import { setTimeout as sleep } from 'node:timers/promises';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        const isClosed = await Promise.race([worker.close().then(() => true), sleep(8000, false)]);
        if (!isClosed) await worker.close(true);
        process.exit(0);
      });
    `,
    },
    {
      name: 'tryShutdown with a deadline',
      files: js`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {});
      process.on('SIGTERM', () => {
        const late = setTimeout(() => server.forceShutdown(), 8000);
        server.tryShutdown(() => { clearTimeout(late); });
      });
    `,
    },
    {
      name: 'a gentle close',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        await worker.close(false);
        process.exit(0);
      });
    `,
    },
    {
      name: 'sockets and streams of one request',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => {
        if (req.headers.host === undefined) req.destroy();
        res.on('error', () => res.destroy());
        res.end();
      }).listen(3000);
    `,
    },
    {
      name: 'something that merely has a method of that name',
      files: js`
      import http from 'node:http';
      const session = { destroy() {}, terminate() {} };
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        session.destroy();
        session.terminate();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a terminator that drains first',
      files: js`
      import http from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server });
      process.on('SIGTERM', () => void terminator.terminate().then(() => process.exit(0)));
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/server.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      export function close() { server.closeAllConnections(); server.close(); }
      process.on('SIGTERM', close);
    `,
      },
    },
  ],
});
