import { cjs, js, table, ts } from './table.js';

/** What only looks like the defect, in the shapes of real services. */
table('no-blocking-probe', {
  settings: { probes: { liveness: ['/internal/alive'], readiness: ['/internal/can-serve'] } },
  silent: [
    {
      name: 'whether something else is ready',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.get('/api/exports/latest/ready', async (req, res) => res.json(await pool.query('select 1')));
      app.listen(3000);
    `,
    },
    {
      name: 'a helper with a race inside',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { isUp } from './db';
        const app = express();
        app.get('/ready', async (req, res) => { res.sendStatus((await isUp(500)) ? 200 : 503); });
        app.listen(3000);
      `,
        'src/db.ts': `
        import { Pool } from 'pg';
        const pool = new Pool();
        export async function isUp(ms: number): Promise<boolean> {
          const late = new Promise<boolean>((resolve) => { setTimeout(() => resolve(false), ms).unref(); });
          return Promise.race([pool.query('select 1').then(() => true, () => false), late]);
        }
      `,
      },
    },
    {
      name: 'a p-timeout',
      files: js`
      import express from 'express';
      import pTimeout from 'p-timeout';
      import Redis from 'ioredis';
      const redis = new Redis();
      const app = express();
      app.get('/ready', async (req, res) => {
        await pTimeout(redis.ping(), { milliseconds: 500 });
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a cached check',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      let last = { at: 0, isUp: false };
      async function refresh() {
        last = { at: Date.now(), isUp: await pool.query('select 1').then(() => true, () => false) };
      }
      setInterval(refresh, 5000).unref();
      const app = express();
      app.get('/ready', (req, res) => res.sendStatus(last.isUp ? 200 : 503));
      app.listen(3000);
    `,
    },
    {
      name: 'logging in a probe',
      files: js`
      import express from 'express';
      import pino from 'pino';
      const log = pino();
      const app = express();
      app.get('/health', (req, res) => {
        log.debug('probe');
        console.log('probe');
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a router with a prefix that makes it no probe',
      files: {
        'src/main.js': `
        import express from 'express';
        import { router } from './users.js';
        const app = express();
        app.use('/users/:id', router);
        app.listen(3000);
      `,
        'src/users.js': `
        import { Router } from 'express';
        import pg from 'pg';
        const pool = new pg.Pool();
        export const router = Router({ mergeParams: true });
        router.get('/status', async (req, res) => res.json(await pool.query('select 1')));
      `,
      },
    },
    {
      name: 'a POST to a path of that name',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.post('/status', async (req, res) => {
        await pool.query('insert into status values (1)');
        res.sendStatus(201);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a time-out in the options of the query',
      files: cjs`
      const express = require('express');
      const mysql = require('mysql');
      const pool = mysql.createPool({ acquireTimeout: 500 });
      const app = express();
      app.get('/ready', (req, res) => {
        pool.query({ sql: 'select 1', timeout: 500 }, (error) => res.sendStatus(error ? 503 : 200));
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a page that the probe path serves',
      files: js`
      import express from 'express';
      const app = express();
      app.use('/status', express.static('status'));
      app.get('/health', (req, res) => res.sendFile('/srv/health.html'));
      app.listen(3000);
    `,
    },
    {
      name: 'terminus with a cached flag',
      files: ts`
      import { createTerminus } from '@godaddy/terminus';
      import { createServer } from 'node:http';
      let isReady = false;
      const server = createServer((req, res) => res.end());
      createTerminus(server, { signals: ['SIGTERM'], healthChecks: { '/ready': async () => { if (!isReady) throw new Error('no'); } } });
      server.listen(3000, () => { isReady = true; });
    `,
    },
    {
      name: 'a promise that is kept and raced',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.get('/ready', async (req, res) => {
        const late = new Promise((resolve, reject) => setTimeout(reject, 500, new Error('late')));
        const query = pool.query('select 1');
        await Promise.race([query, late]);
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'an instance that is made when it is asked for first',
      files: {
        'src/main.js': `
        import express from 'express';
        import { Server } from './server.js';
        Server.getInstance().app.get('/status', (req, res) => res.send(Server.getInstance().page));
        Server.getInstance().app.listen(3000);
      `,
        'src/server.js': `
        import fs from 'node:fs';
        import express from 'express';
        export class Server {
          static instance = null;
          static getInstance() {
            if (Server.instance == null) {
              Server.instance = new Server();
            }
            return Server.instance;
          }
          constructor() {
            this.app = express();
            this.page = fs.readFileSync('index.html').toString();
          }
        }
      `,
      },
    },
    {
      name: 'a file that is read when it is asked for first',
      files: js`
      import fs from 'node:fs';
      import express from 'express';
      const app = express();
      let version;
      let commit;
      app.get('/health', (req, res) => {
        if (version) return res.send({ version, commit });
        version = fs.readFileSync('VERSION', 'utf8');
        commit ??= fs.readFileSync('COMMIT', 'utf8');
        res.send({ version, commit });
      });
      app.listen(3000);
    `,
    },
    {
      name: 'what every object has, on a client of which any call asks the database',
      files: js`
      import express from 'express';
      import { PrismaClient } from '@prisma/client';
      const prisma = new PrismaClient();
      const app = express();
      app.get('/ready', (req, res) => {
        res.json({ client: prisma.toString(), model: prisma.user.hasOwnProperty('name') });
      });
      app.listen(3000);
    `,
    },
    {
      name: 'what every text has, on an option of the client',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const client = new pg.Client();
      const app = express();
      app.get('/ready', (req, res) => res.json({ isLocal: client.options.host.startsWith('/') }));
      app.listen(3000);
    `,
    },
  ],
});
