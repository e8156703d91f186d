/** What `new Promise((resolve) => …)` is a promise of. */
import { js, table } from '../rules/table.js';

table('no-unclosed-resource', {
  at: /(?:createPool|pg.Pool)\(.*\)/u,
  reports: [
    {
      name: 'a pool of a service whose server comes from a promise',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool(); // ! unclosed
      let server;
      function configure(app) {
        return new Promise((resolve) => {
          app.get('/', (req, res) => pool.query('select 1').then((rows) => res.json(rows)));
          resolve(app);
        });
      }
      configure(express()).then((app) => {
        server = app.listen(3000);
      });
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a pool that comes from a promise and is closed',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      function connect() {
        return new Promise((resolve, reject) => {
          const pool = new pg.Pool();
          pool.query('select 1', (error) => {
            if (error) reject(error);
            else resolve(pool);
          });
        });
      }
      const pool = await connect();
      const server = http.createServer((req, res) => pool.query('select 1').then((rows) => res.end(String(rows)))).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(async () => {
          await pool.end();
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'one that is in an object which the promise gives',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const start = () =>
        new Promise((resolve) => {
          const pool = new pg.Pool();
          const server = http.createServer((req, res) => pool.query('select 1').then((rows) => res.end(String(rows))));
          server.listen(3000, () => {
            resolve({ pool, server });
          });
        });
      const { pool, server } = await start();
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => pool.end(() => process.exit(0)));
      });
    `,
    },
  ],
});

table('no-unawaited-close', {
  at: /(?:server\.close|end)\(\)/u,
  reports: [
    {
      name: 'the close of a server that a promise gives',
      files: js`
      import express from 'express';
      const app = express();
      function listen() {
        return new Promise((resolve, reject) => {
          const server = app.listen(3000);
          server.once('listening', () => resolve(server));
          server.once('error', reject);
        });
      }
      const server = await listen();
      process.on('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await server.close(); // ! false-await
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'the close of what the promise is given unseen',
      files: js`
      import http from 'node:http';
      import { connect } from 'unknown-store';
      const open = () => new Promise((resolve) => connect((error, store) => resolve(store)));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const store = await open();
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(async () => {
          await store.end();
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'one inside of a promise that the callback settles',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const close = () => new Promise((resolve) => server.close(() => resolve(server)));
      process.on('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await close();
        process.exit(0);
      });
    `,
    },
  ],
});
