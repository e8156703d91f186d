import { cjs, js, table, ts } from './table.js';

/** The same defect in the shapes of real services. */
table('no-blocking-probe', {
  at: /^[\w.#$?]+\(.*\)$|^\w+`/su,
  settings: { probes: { liveness: ['/internal/alive'], readiness: ['/internal/can-serve'] } },
  reports: [
    {
      name: 'readiness below the name of the service',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.get('/orders/ready', async (req, res) => res.json(await pool.query('select 1'))); // ! readiness
      app.listen(3000);
    `,
    },
    {
      name: 'paths of the settings',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool({ query_timeout: 500 });
      const app = express();
      app.get('/internal/alive', async (req, res) => {
        await pool.query('select 1'); // ! liveness
        res.send('ok');
      });
      app.get('/internal/can-serve', async (req, res) => {
        await pool.query('select 1');
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'app.route and several handlers',
      files: js`
      import express from 'express';
      import Redis from 'ioredis';
      const redis = new Redis();
      const app = express();
      const log = (req, res, next) => next();
      app.get(['/ready', '/readyz'], log, async (req, res) => {
        await redis.ping(); // ! readiness
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a Fastify plugin with a prefix',
      files: js`
      import Fastify from 'fastify';
      import mongoose from 'mongoose';
      const app = Fastify();
      app.register(async (instance) => {
        instance.get('/ready', async () => {
          await mongoose.connection.db.admin().ping(); // ! readiness
          return 'ok';
        });
      }, { prefix: '/health' });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a route object of Fastify, CommonJS',
      files: cjs`
      const fastify = require('fastify')();
      const mysql = require('mysql2/promise');
      const pool = mysql.createPool({});
      fastify.route({
        method: 'GET',
        url: '/readyz',
        handler: async () => {
          await pool.query('select 1'); // ! readiness
          return 'ok';
        },
      });
      fastify.listen({ port: 3000 });
    `,
    },
    {
      name: 'hapi',
      files: js`
      import Hapi from '@hapi/hapi';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = Hapi.server({ port: 3000 });
      server.route({
        method: 'GET',
        path: '/health/ready',
        handler: async () => {
          await pool.query('select 1'); // ! readiness
          return 'ok';
        },
      });
      await server.start();
    `,
    },
    {
      name: 'a helper of a class',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { Db } from './db';
        const db = new Db();
        const app = express();
        app.get('/readyz', async (req, res) => {
          await db.check(); // ! readiness
          res.send('ok');
        });
        app.listen(3000);
      `,
        'src/db.ts': `
        import { Pool } from 'pg';
        export class Db {
          private readonly pool = new Pool();
          async check(): Promise<void> { await this.pool.query('select 1'); }
        }
      `,
      },
    },
    {
      name: 'axios without a time-out',
      files: ts`
      import axios from 'axios';
      import express from 'express';
      const app = express();
      app.get('/ready', async (req, res) => {
        await axios.get('http://users/health'); // ! readiness
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a switch over the URL',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      http.createServer(async (req, res) => {
        switch (req.url) {
          case '/livez':
            await redis.ping(); // ! liveness
            return res.end('ok');
          default:
            return res.end('hello');
        }
      }).listen(3000);
    `,
    },
    {
      name: 'a file that is read again when it is old',
      files: js`
      import fs from 'node:fs';
      import express from 'express';
      const app = express();
      let kept;
      let readAt = 0;
      app.get('/health', (req, res) => {
        if (!kept || Date.now() - readAt > 60_000) {
          kept = fs.readFileSync('VERSION', 'utf8'); // ! sync
          readAt = Date.now();
        }
        res.send(kept);
      });
      app.listen(3000);
    `,
    },
  ],
});
