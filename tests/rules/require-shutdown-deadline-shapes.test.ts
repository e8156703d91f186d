import { cjs, js, table, ts } from './table.js';

/** What is no bound, in the shapes of real services. */
const LEVELS = Array.from({ length: 7 }, (_, level) => level);
const WAYS = ['a', 'b', 'c', 'd'];

table('require-shutdown-deadline', {
  at: /^(?:async |function |private |static )*[\w(]/u,
  reports: [
    {
      name: 'one shutdown that a crash begins as well, told at the signal',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      let closing;
      const close = () => (closing ??= new Promise((resolve) => server.close(resolve)));
      process.on('uncaughtException', async (error) => {
        console.error(error);
        await close();
        process.exit(1);
      });
      process.on('SIGTERM', async () => { // ! unbounded
        console.log('stopped');
        await close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a shutdown that a wrapper of another module lets run once',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { once } from './once.js';
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        const close = once(() => { // ! unbounded
          console.log('closing');
          server.close(() => process.exit());
        });
        process.on('SIGTERM', () => {
          console.log('SIGTERM');
          close();
        });
      `,
        'src/once.js': `
        export function once(fn) {
          let called = false;
          let result;
          return function (...args) {
            if (!called) {
              called = true;
              result = fn(...args);
            }
            return result;
          };
        }
      `,
      },
    },
    {
      name: 'a timer that is set at the start of the process',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      setTimeout(() => console.log('warm'), 1000);
      process.on('SIGTERM', async () => { // ! unbounded
        await new Promise((resolve) => server.close(resolve));
      });
    `,
    },
    {
      name: 'a pause before the close',
      files: ts`
      import { createServer } from 'node:http';
      import { setTimeout as sleep } from 'node:timers/promises';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => { // ! unbounded
        await sleep(5000);
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
    },
    {
      name: 'a time-out of something else',
      files: cjs`
      const http = require('node:http');
      const { Pool } = require('pg');
      const pool = new Pool({ connectionTimeoutMillis: 1000 });
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => { // ! unbounded
        server.close(() => pool.end().then(() => process.exit(0)));
      });
    `,
    },
    {
      name: 'a timer that holds what would end by itself',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000); // ! lingering
        server.close();
      });
    `,
    },
    {
      name: 'a timer that holds what would end by itself, whatever ends with a negative code elsewhere',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      pool.on('error', () => process.exit(-1));
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000); // ! lingering
        server.close(() => pool.end());
      });
    `,
    },
    {
      name: 'a timer with exit by name, and a close that is waited for',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const app = Fastify();
      const pool = new pg.Pool();
      process.on('SIGTERM', async () => {
        const late = setTimeout(process.exit, 10_000, 1); // ! lingering
        await app.close();
        await pool.end();
        console.log('closed', late.hasRef());
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a shutdown that reads its settings in ten thousand ways',
      files: {
        'src/main.js': `
          import http from 'node:http';
          import { resolveAt0 } from './settings.js';
          const server = http.createServer((req, res) => res.end()).listen(3000);
          process.on('SIGTERM', async () => { // ! unbounded
            console.log('stopping', resolveAt0('name'));
            await new Promise((resolve) => server.close(resolve));
            process.exit(0);
          });
        `,
        'src/settings.js': `
          import path from 'node:path';
          ${LEVELS.map((level) => `export const resolveAt${level} = (name) => [${WAYS.map((way) => `resolveAt${level + 1}(name + '${way}')`).join()}];`).join('\n          ')}
          const resolveAt${LEVELS.length} = (name) => (name.length > 64 ? path.resolve(name) : resolveAt0(name));
        `,
      },
    },
  ],
});
