import { js, table, ts } from './table.js';

table('no-blocking-probe', {
  at: /^[\w.#$]+\(.*\)$|^\w+`/su,
  reports: [
    {
      name: 'a client from a package of the workspace that gives on all that its library has',
      files: {
        'src/db.js': "export * from '@prisma/client';\nexport * from './transactions.js';",
        'src/transactions.js':
          "import { PrismaClient } from '@prisma/client';\nexport const open = (db = new PrismaClient()) => db.$transaction([]);",
        'src/main.js': `
        import express from 'express';
        import { PrismaClient } from './db.js';
        const prisma = new PrismaClient();
        const app = express();
        app.get('/readyz', async (req, res) => {
          await prisma.user.count(); // ! readiness
          res.end();
        });
        app.listen(3000);
      `,
      },
    },
    {
      name: 'synchronous I/O',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.get('/health', (req, res) => {
        fs.readFileSync('/etc/hostname'); // ! sync
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a database asked by readiness with no time-out',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/readyz', async () => {
        await pool.query('select 1'); // ! readiness
        return { ok: true };
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a field of a class and a bound method',
      files: ts`
      import express, { type Request, type Response } from 'express';
      import { createClient } from 'redis';
      class Probes {
        private readonly redis = createClient();
        async ready(req: Request, res: Response): Promise<void> {
          await this.redis.ping(); // ! readiness
          res.send('ok');
        }
      }
      const probes = new Probes();
      const app = express();
      app.get('/readiness', probes.ready.bind(probes));
      app.listen(3000);
    `,
    },
    {
      name: 'a health check of terminus',
      files: js`
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => res.end());
      const check = async () => {
        await pool.query('select 1'); // ! readiness
      };
      createTerminus(server, { signals: ['SIGTERM'], healthChecks: { '/ready': check } });
      server.listen(3000);
    `,
    },
    {
      name: 'a request without a time-out',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/ready', async (req, res) => {
        const answer = await fetch('http://users/health'); // ! readiness
        res.sendStatus(answer.ok ? 200 : 503);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'Promise.all over dependencies',
      files: js`
      import Koa from 'koa';
      import Router from '@koa/router';
      import knex from 'knex';
      const db = knex({ client: 'pg' });
      const router = new Router();
      router.get('/health/ready', async (ctx) => {
        await Promise.all([db.raw('select 1')]); // ! readiness
        ctx.body = 'ok';
      });
      new Koa().use(router.routes()).listen(3000);
    `,
    },
    {
      name: 'a helper of another module',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { isReady } from './db';
        const app = express();
        app.get('/ready', async (req, res) => {
          res.sendStatus((await isReady()) ? 200 : 503); // ! readiness
        });
        app.listen(3000);
      `,
        'src/db.ts': `
        import mongoose from 'mongoose';
        export async function isReady(): Promise<boolean> {
          const answer = await mongoose.connection.db.admin().ping();
          return Boolean(answer);
        }
      `,
      },
    },
    {
      name: 'a database asked by liveness',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool({ query_timeout: 500 });
      const app = express();
      app.get('/healthz/live', async (req, res) => {
        await pool.query('select 1'); // ! liveness
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a router with a prefix',
      files: {
        'src/main.js': `
        import express from 'express';
        import { health } from './health.js';
        const app = express();
        app.use('/health', health);
        app.listen(3000);
      `,
        'src/health.js': `
        import { Router } from 'express';
        import Redis from 'ioredis';
        const redis = new Redis();
        export const health = Router();
        health.get('/live', async (req, res) => {
          await redis.ping(); // ! liveness
          res.send('ok');
        });
      `,
      },
    },
    {
      name: 'dispatch on the URL of a plain server',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      http.createServer(async (req, res) => {
        if (req.url === '/livez') {
          await pool.query('select 1'); // ! liveness
          res.end('ok');
          return;
        }
        res.end((await pool.query('select * from orders')).rows.length);
      }).listen(3000);
    `,
    },
  ],
});
