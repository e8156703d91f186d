import { cjs, js, table, ts } from './table.js';

/** What only looks like the defect, in the shapes of real services. */
table('no-exit-before-close', {
  silent: [
    {
      name: 'a server that is known by a global name',
      files: {
        'src/main.cjs': `
        global.server = require('./app.cjs').listen(3000);
        require('./stop.cjs');
      `,
        'src/app.cjs': `
        const express = require('express');
        module.exports = express();
      `,
        'src/stop.cjs': `
        /* global server */
        process.once('SIGTERM', () => {
          global.server.close(() => process.exit(0));
        });
        process.once('SIGINT', () => {
          server.close(() => process.exit(0));
        });
      `,
      },
    },
    {
      name: 'an async iife',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => {
        (async () => {
          await app.close();
          process.exit(0);
        })();
      });
    `,
    },
    {
      name: 'a counter of what is left',
      files: js`
      import http from 'node:http';
      const servers = [3000, 3001].map((port) => http.createServer((req, res) => res.end()).listen(port));
      process.on('SIGTERM', () => {
        let left = servers.length;
        const done = () => {
          left -= 1;
          if (left === 0) process.exit(0);
        };
        for (const server of servers) server.close(done);
      });
    `,
    },
    {
      name: 'reduce over promises',
      files: js`
      import { Worker } from 'bullmq';
      const workers = ['a', 'b'].map((name) => new Worker(name, async () => {}));
      process.on('SIGTERM', async () => {
        await workers.reduce((before, worker) => before.then(() => worker.close()), Promise.resolve());
        process.exit(0);
      });
    `,
    },
    {
      name: 'a table of closers',
      files: js`
      import Fastify from 'fastify';
      import Redis from 'ioredis';
      const app = Fastify();
      const redis = new Redis();
      const steps = { http: () => app.close(), cache: () => redis.quit() };
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        for (const step of Object.values(steps)) await step();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a decorated close',
      files: js`
      import http from 'node:http';
      import { callbackify, promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const closeServer = promisify((done) => server.close(done));
      process.on('SIGTERM', () => {
        callbackify(closeServer)(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the shutdown of a Nest application',
      files: ts`
      import { NestFactory } from '@nestjs/core';
      import { AppModule } from './app.module';
      async function bootstrap(): Promise<void> {
        const app = await NestFactory.create(AppModule);
        await app.listen(3000);
        const stop = async (): Promise<void> => {
          try {
            await app.close();
          } finally {
            process.exit(0);
          }
        };
        process.on('SIGTERM', () => { stop().catch(() => process.exit(1)); });
      }
      void bootstrap();
    `,
    },
    {
      name: 'async dispose of a stack',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      const stack = new AsyncDisposableStack();
      stack.use(server);
      process.on('SIGTERM', async () => {
        await stack.disposeAsync();
        process.exit(0);
      });
    `,
    },
    {
      name: 'an awaited array that map made',
      files: js`
      import http from 'node:http';
      const servers = [3000, 3001].map((port) => http.createServer((req, res) => res.end()).listen(port));
      const close = (server) => new Promise((resolve) => server.close(resolve));
      process.on('SIGTERM', async () => {
        await Promise.all(servers.map(close));
        process.exit(0);
      });
    `,
    },
    {
      name: 'a helper with a default parameter',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function stop(code = 0, it = server) {
        it.close(() => process.exit(code));
      }
      process.on('SIGTERM', () => stop());
      process.on('SIGINT', () => stop(130));
    `,
    },
    {
      name: 'a bound that a function of the project sets',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      const within = (promise, ms) => Promise.race([promise, new Promise((resolve) => setTimeout(resolve, ms))]);
      async function quietly(promise) {
        try {
          await promise;
        } catch (error) {
          console.error(error);
        }
      }
      process.on('SIGTERM', async () => {
        await quietly(within(app.close(), 5000));
        process.exit(0);
      });
    `,
    },
    {
      name: 'Promise.withResolvers',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        const { promise, resolve } = Promise.withResolvers<void>();
        server.close(() => resolve());
        await promise;
        process.exit(0);
      });
    `,
    },
    {
      name: 'callbacks of async.parallel',
      files: cjs`
      const async = require('async');
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        async.parallel([(done) => server.close(done)], (error) => process.exit(error ? 1 : 0));
      });
    `,
    },
    {
      name: 'a cluster primary that waits for its workers',
      files: js`
      import cluster from 'node:cluster';
      import http from 'node:http';
      if (cluster.isPrimary) {
        cluster.fork();
        process.on('SIGTERM', () => cluster.disconnect(() => process.exit(0)));
      } else {
        http.createServer((req, res) => res.end()).listen(3000);
      }
    `,
    },
  ],
});
