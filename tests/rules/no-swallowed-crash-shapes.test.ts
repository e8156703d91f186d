import { cjs, js, table, ts } from './table.js';

/** The same defect, and what only looks like it, in the shapes of real services. */
table('no-swallowed-crash', {
  at: /^[\w.]+\(|catch\(/su,
  reports: [
    {
      name: 'an asynchronous listener that throws again: it is told of that too, and again',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end('ok')).listen(3000);
      process.on('unhandledRejection', async (reason) => { // ! lives-on
        await fetch('http://alerts', { method: 'POST' });
        throw reason;
      });
    `,
    },
    {
      name: 'a listener of one process, whatever another process does',
      files: {
        'package.json': '{ "type": "module", "scripts": { "start": "node src/main.js", "start:worker": "node src/worker.js" } }',
        'src/main.js': `
import http from 'node:http';
http.createServer((req, res) => res.end()).listen(3000);
process.on('unhandledRejection', (error) => { // ! lives-on
  console.error(error);
});
`,
        'src/worker.js': `
import { Worker } from 'bullmq';
new Worker('mail', async () => {});
process.on('unhandledRejection', (error) => {
  console.error(error);
  process.exit(1);
});
`,
      },
    },
    {
      name: 'a log of what something unseen makes of the error',
      files: js`
      import http from 'node:http';
      import { serializeError } from 'unknown-errors';
      import { logger } from 'unknown-logger';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('unhandledRejection', (error) => { // ! lives-on
        logger.error({ error: serializeError(error) }, 'rejected');
      });
    `,
    },
    {
      name: 'an error tracker that only captures',
      files: js`
      import * as Sentry from '@sentry/node';
      import express from 'express';
      express().listen(3000);
      process.on('uncaughtException', (error) => { // ! lives-on
        Sentry.captureException(error);
      });
    `,
    },
    {
      name: 'an iife that starts and logs',
      files: ts`
      import Fastify from 'fastify';
      const app = Fastify();
      (async () => {
        await app.listen({ port: 3000 });
      })().catch((error) => { // ! start-up
        app.log.error(error);
      });
    `,
    },
    {
      name: 'an empty listener',
      files: cjs`
      require('http').createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', function () {}); // ! lives-on
    `,
    },
    {
      name: 'a handler of errors that ends with code 0 after other crashes too',
      unrepaired: true,
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { errors } from './errors.js';
        async function start() {
          await fetch('http://config/');
          http.createServer((req, res) => res.end()).listen(3000);
        }
        process.on('uncaughtException', (error) => errors.handle(error));
        start().catch((error) => {
          errors.handle(new Error('cannot start', { cause: error })); // ! start-up-clean
        });
      `,
        'src/errors.js': `
        export const errors = {
          handle(error) {
            console.error(error);
            process.exit(); // ! exits-clean
          },
        };
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a start that is logged by a then',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      app.listen({ port: 3000 }).then((address) => console.log(address), (error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'a throw in a timer',
      files: cjs`
      const http = require('node:http');
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('unhandledRejection', (error) => {
        setImmediate(() => { throw error; });
      });
    `,
    },
    {
      name: 'a fatal logger that ends',
      files: js`
      import http from 'node:http';
      import pino from 'pino';
      const log = pino();
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        log.fatal(error);
        log.flush(() => process.exit(1));
      });
    `,
    },
    {
      name: 'a code in a constant',
      files: ts`
      import { createServer } from 'node:http';
      enum Code { Ok = 0, Crash = 70 }
      createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', () => process.exit(Code.Crash));
    `,
    },
    {
      name: 'a shutdown that is told the code by its callers',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function shutdown(reason, code = 0) {
        console.log(reason);
        await new Promise((resolve) => server.close(resolve));
        process.exit(code);
      }
      process.once('SIGTERM', () => void shutdown('SIGTERM'));
      process.on('uncaughtException', (error) => void shutdown(error.message, 1));
    `,
    },
    {
      name: 'a shutdown that is handed the error',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function shutdown(error) {
        server.close(() => process.exit(error ? 1 : 0));
      }
      process.once('SIGTERM', () => shutdown());
      process.on('uncaughtException', shutdown);
    `,
    },
    {
      name: 'close-with-grace',
      files: js`
      import closeWithGrace from 'close-with-grace';
      import Fastify from 'fastify';
      const app = Fastify();
      closeWithGrace(async ({ err }) => {
        if (err) app.log.error(err);
        await app.close();
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a signal to itself',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => server.close());
      process.on('uncaughtException', (error) => {
        console.error(error);
        process.exitCode = 1;
        process.kill(process.pid, 'SIGTERM');
      });
    `,
    },
    {
      name: 'an event of another emitter',
      files: js`
      import { EventEmitter } from 'node:events';
      import http from 'node:http';
      const domain = new EventEmitter();
      http.createServer((req, res) => res.end()).listen(3000);
      domain.on('uncaughtException', (error) => console.error(error));
    `,
    },
    {
      name: 'a catch that goes on with a fallback',
      files: js`
      import express from 'express';
      import { createClient } from 'redis';
      const redis = createClient();
      redis.connect().catch((error) => console.error('no cache', error));
      express().get('/', async (req, res) => res.send(await redis.get('a'))).listen(3000);
    `,
    },
  ],
});
