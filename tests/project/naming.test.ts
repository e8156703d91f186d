/** Things in messages: by the name that holds them in the file of the finding. */
import { js, table, ts } from '../rules/table.js';

const OPEN = 'is never closed by the shutdown, so open queries are cut off.';

table('no-unclosed-resource', {
  reports: [
    {
      name: 'one in a variable',
      says: [`\`pool\` ${OPEN}`],
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      const pool = new Pool(); // ! unclosed
      const server = http.createServer(async (req, res) => res.end(String(await pool.query('SELECT 1')))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'one in a property of an object',
      says: [`\`state.pool\` ${OPEN}`],
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      const state = {};
      state.pool = new Pool(); // ! unclosed
      const server = http.createServer(async (req, res) => res.end(String(await state.pool.query('SELECT 1')))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'one in a property of a literal',
      says: [`\`stores.pool\` ${OPEN}`],
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      const stores = {
        pool: new Pool(), // ! unclosed
      };
      const server = http.createServer(async (req, res) => res.end(String(await stores.pool.query('SELECT 1')))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'one that a function puts into a shared object',
      says: [`\`app.locals.pool\` ${OPEN}`],
      files: js`
      import express from 'express';
      import { Pool } from 'pg';
      const app = express();
      function connect() {
        app.locals.pool = new Pool(); // ! unclosed
      }
      connect();
      app.get('/', async (req, res) => res.json(await app.locals.pool.query('SELECT 1')));
      const server = app.listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'one in a field that a constructor writes',
      says: [`\`this.pool\` ${OPEN}`],
      files: ts`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Service {
        pool: Pool;
        server = http.createServer(async (req, res) => res.end(String(await this.pool.query('SELECT 1')))).listen(3000);
        constructor() {
          this.pool = new Pool(); // ! unclosed
        }
        stop() { this.server.close(() => process.exit(0)); }
      }
      const service = new Service();
      process.once('SIGTERM', () => service.stop());
    `,
    },
    {
      name: 'one in a private field',
      says: [`\`this.#pool\` ${OPEN}`],
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Service {
        #pool = new Pool(); // ! unclosed
        server = http.createServer(async (req, res) => res.end(String(await this.#pool.query('SELECT 1')))).listen(3000);
        stop() { this.server.close(() => process.exit(0)); }
      }
      const service = new Service();
      process.once('SIGTERM', () => service.stop());
    `,
    },
    {
      name: 'one of another file than that of the shutdown',
      unrepaired: true,
      says: ['`pool` is never closed by the shutdown (src/main.js:4), so open queries are cut off.'],
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { pool } from './pool.js';
        const server = http.createServer(async (req, res) => res.end(String(await pool.query('SELECT 1')))).listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
      `,
        'src/pool.js': `
        import { Pool } from 'pg';
        export const pool = new Pool(); // ! unclosed
      `,
      },
    },
    {
      name: 'one that nothing names',
      unrepaired: true,
      says: [`The connection pool opened here ${OPEN}`],
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      const serve = (pool) => async (req, res) => res.end(String(await pool.query('SELECT 1')));
      const server = http.createServer(serve(new Pool())).listen(3000); // ! unclosed
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
  ],
});

table('no-exit-before-close', {
  reports: [
    {
      name: 'a variable',
      says: ['`process.exit(0)` is reached while `server.close()` is still closing, so requests in flight are cut off.'],
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        server.close();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a field of a class in another file, whose `this` says nothing here',
      unrepaired: true,
      says: ['`process.exit(0)` ends the process while the HTTP server is still live, so requests in flight are cut off.'],
      files: {
        'src/main.js': `
        import { Service } from './service.js';
        new Service();
        process.once('SIGTERM', () => {
          console.log('stopping');
          process.exit(0); // ! open
        });
      `,
        'src/service.js': `
        import http from 'node:http';
        export class Service {
          constructor() {
            this.server = http.createServer((req, res) => res.end()).listen(3000);
          }
        }
      `,
      },
    },
  ],
});
