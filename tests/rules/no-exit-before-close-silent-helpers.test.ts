import { cjs, js, table } from './table.js';

/** Closes that another function waits for. */
table('no-exit-before-close', {
  silent: [
    {
      name: 'a helper of another module that waits',
      files: {
        'src/main.ts': `
        import { createServer } from 'node:http';
        import { closed } from './closed';
        const server = createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', async () => {
          await closed(server);
          process.exit(0);
        });
      `,
        'src/closed.ts': `
        import type { Server } from 'node:http';
        export function closed(server: Server): Promise<void> {
          return new Promise((resolve) => server.close(() => resolve()));
        }
      `,
      },
    },
    {
      name: 'a terminator',
      files: js`
      import http from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server });
      process.on('SIGTERM', async () => {
        await terminator.terminate();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a callback chain through node-style helpers',
      files: cjs`
      const http = require('node:http');
      const mysql = require('mysql');
      const pool = mysql.createPool({});
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function closeServer(done) { server.close(done); }
      function closePool(done) { pool.end(done); }
      process.on('SIGTERM', () => closeServer(() => closePool(() => process.exit(0))));
    `,
    },
    {
      name: 'a close by a helper that cannot be seen',
      files: js`
      import http from 'node:http';
      import { drain } from '@acme/shutdown';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await drain(server);
        process.exit(0);
      });
    `,
    },
    {
      name: 'the exit of a second signal, where the first one is answered by something unseen',
      files: js`
      import http from 'node:http';
      import { controller } from 'some-shutdown';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      server.on('connection', (socket) => controller.add(socket));
      let isStopping = false;
      async function stop() {
        if (isStopping) {
          console.log('again');
          process.exit(1);
        }
        isStopping = true;
        await controller.abortAll();
        process.exit(0);
      }
      process.on('SIGTERM', () => stop());
    `,
    },
    {
      name: 'a deadline that is a sleep which nobody waits for',
      files: {
        'src/sleep.js': `
        export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      `,
        'src/main.js': `
        import http from 'node:http';
        import { groupBy } from 'lodash';
        import { sleep } from './sleep.js';
        const handlers = [];
        const server = http.createServer((req, res) => res.end()).listen(3000);
        handlers.push({ order: 1, callback: () => new Promise((resolve) => server.close(resolve)) });
        async function stop() {
          void sleep(60_000).then(() => {
            console.log('too late');
            process.exit(1);
          });
          const groups = groupBy(handlers, 'order');
          for (const key of Object.keys(groups).sort())
            await Promise.allSettled(groups[key].map(async (handler) => { await handler.callback(); }));
          process.exit(0);
        }
        process.once('SIGTERM', () => stop());
      `,
      },
    },
    {
      name: 'a thread that has told its end',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { Worker } from 'node:worker_threads';
        const worker = new Worker('./resize.js');
        http.createServer((req, res) => res.end());
        process.once('SIGTERM', async () => {
          await new Promise((resolve) => {
            worker.once('exit', () => resolve());
            worker.terminate();
          });
          process.exit(0);
        });
      `,
      },
    },
  ],
});
