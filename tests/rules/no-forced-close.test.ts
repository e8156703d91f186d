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
      app.addHook('preClose', async () => {
        await agent.destroy(); // ! forced
      });
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
  ],
});
