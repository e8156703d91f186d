import { cjs, js, table, ts } from './table.js';

table('no-blocking-probe', {
  silent: [
    {
      name: 'an answer from memory',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/healthz', (req, res) => res.sendStatus(200));
      app.get('/livez', (req, res) => res.json({ uptime: process.uptime(), memory: process.memoryUsage() }));
      app.listen(3000);
    `,
    },
    {
      name: 'a flag that a timer keeps',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      let isReady = false;
      setInterval(async () => {
        isReady = await pool.query('select 1').then(() => true, () => false);
      }, 5000).unref();
      const app = express();
      app.get('/readyz', (req, res) => res.sendStatus(isReady ? 200 : 503));
      app.listen(3000);
    `,
    },
    {
      name: 'a time-out of the driver',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool({ connectionTimeoutMillis: 500, query_timeout: 500 });
      const app = Fastify();
      app.get('/ready', async () => pool.query('select 1'));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'AbortSignal.timeout',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/ready', async (req, res) => {
        const answer = await fetch('http://users/health', { signal: AbortSignal.timeout(500) });
        res.sendStatus(answer.ok ? 200 : 503);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a race with a timer',
      files: js`
      import { setTimeout as sleep } from 'node:timers/promises';
      import express from 'express';
      import mongoose from 'mongoose';
      const app = express();
      app.get('/ready', async (req, res) => {
        const isUp = await Promise.race([
          mongoose.connection.db.admin().ping().then(() => true, () => false),
          sleep(500, false),
        ]);
        res.sendStatus(isUp ? 200 : 503);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a helper that bounds what it is given',
      files: {
        'src/main.js': `
        import express from 'express';
        import Redis from 'ioredis';
        import { withTimeout } from './within.js';
        const redis = new Redis();
        const app = express();
        app.get('/ready', async (req, res) => {
          await withTimeout(redis.ping(), 500);
          res.send('ok');
        });
        app.listen(3000);
      `,
        'src/within.js': `
        export function withTimeout(promise, ms) {
          return Promise.race([promise, new Promise((resolve, reject) => setTimeout(reject, ms, new Error('late')))]);
        }
      `,
      },
    },
    {
      name: 'work of other routes',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.get('/orders', async (req, res) => {
        fs.readFileSync('/tmp/a');
        res.json(await pool.query('select 1'));
      });
      app.get('/users/:id/status', async (req, res) => res.json(await pool.query('select 1')));
      app.get('/api/backup/status', async (req, res) => res.json(await pool.query('select 1')));
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'another branch of a URL dispatch',
      files: cjs`
      const http = require('node:http');
      const { Pool } = require('pg');
      const pool = new Pool();
      http.createServer(async (req, res) => {
        if (req.url === '/healthz') return res.end('ok');
        const { rows } = await pool.query('select 1');
        res.end(JSON.stringify(rows));
      }).listen(3000);
    `,
    },
    {
      name: 'a path that is requested rather than served',
      files: js`
      import express from 'express';
      const app = express();
      async function isUserServiceUp() {
        const answer = await fetch('http://users/health');
        return answer.ok;
      }
      app.get('/overview', async (req, res) => res.json({ users: await isUserServiceUp() }));
      app.listen(3000);
    `,
    },
    {
      name: 'a string that is no route',
      files: js`
      import fs from 'node:fs';
      const paths = new Map();
      paths.set('/health', () => fs.readFileSync('/etc/hostname'));
      console.log(paths);
    `,
    },
    {
      name: 'work at the start',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const version = JSON.parse(fs.readFileSync('package.json', 'utf8')).version;
      const app = express();
      app.get('/health', (req, res) => res.json({ version }));
      app.listen(3000);
    `,
    },
    {
      name: 'the state of a connection',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      import Redis from 'ioredis';
      const redis = new Redis();
      const app = express();
      app.get('/ready', (req, res) => {
        res.sendStatus(mongoose.connection.readyState === 1 && redis.status === 'ready' ? 200 : 503);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a time-out option of axios',
      files: ts`
      import axios from 'axios';
      import express from 'express';
      const users = axios.create({ baseURL: 'http://users', timeout: 500 });
      const app = express();
      app.get('/ready', async (req, res) => {
        await users.get('/health');
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'tests and browser code',
      files: {
        'tests/health.test.js': `
        import express from 'express';
        import fs from 'node:fs';
        const app = express();
        app.get('/health', (req, res) => res.send(fs.readFileSync('x')));
        app.listen(0);
      `,
        'public/status.js': `
        document.querySelector('#ping').addEventListener('click', async () => {
          await fetch('/health');
        });
      `,
      },
    },
    {
      name: 'a health endpoint of Nest with cached indicators',
      files: ts`
      import { Controller, Get } from '@nestjs/common';
      @Controller('health')
      export class HealthController {
        private isUp = true;
        @Get('ready')
        ready(): { up: boolean } {
          return { up: this.isUp };
        }
      }
    `,
    },
    {
      name: 'asynchronous file access that readiness needs',
      files: js`
      import { access } from 'node:fs/promises';
      import express from 'express';
      const app = express();
      app.get('/ready', async (req, res) => {
        await access('/var/run/ready');
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a race around a helper',
      files: js`
      import { setTimeout as sleep } from 'node:timers/promises';
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      async function isUp() { return (await pool.query('select 1')).rowCount === 1; }
      app.get('/ready', async (req, res) => {
        const isReady = await Promise.race([isUp(), sleep(500, false)]);
        res.sendStatus(isReady ? 200 : 503);
      });
      app.listen(3000);
    `,
    },
  ],
});
