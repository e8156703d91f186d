import { cjs, js, table, ts } from './table.js';

table('enforce-shutdown-order', {
  silent: [
    {
      name: 'a schedule that is cancelled later and uses something else',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      import pg from 'pg';
      import schedule from 'node-schedule';
      const subscriber = new Redis();
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const job = schedule.scheduleJob('0 * * * *', () => pool.query('refresh materialized view daily'));
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve) => server.close(resolve));
        await subscriber.quit();
        job.cancel();
        await pool.end();
        process.exit(0);
      });
    `,
    },
    {
      name: 'drain, dependencies, telemetry',
      files: js`
      import { NodeSDK } from '@opentelemetry/sdk-node';
      import Fastify from 'fastify';
      import pg from 'pg';
      const sdk = new NodeSDK();
      sdk.start();
      const pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
        await pool.end();
        await sdk.shutdown();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'independent dependencies in parallel',
      files: js`
      import Fastify from 'fastify';
      import Redis from 'ioredis';
      import pg from 'pg';
      const redis = new Redis();
      const pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
        await Promise.all([pool.end(), redis.quit()]);
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'servers and consumers in parallel',
      files: js`
      import { Worker } from 'bullmq';
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const worker = new Worker('mail', async () => {});
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await Promise.allSettled([app.close(), worker.close()]);
        await pool.end();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'callbacks in order',
      files: cjs`
      const http = require('node:http');
      const mysql = require('mysql');
      const pool = mysql.createPool({});
      const server = http.createServer((req, res) => pool.query('select 1', () => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close(() => pool.end(() => process.exit(0))));
    `,
    },
    {
      name: 'a promise around the callback',
      files: js`
      import http from 'node:http';
      import mongoose from 'mongoose';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await new Promise((resolve) => server.close(resolve));
        await mongoose.disconnect();
        process.exit(0);
      });
    `,
    },
    {
      name: 'an onClose hook',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.addHook('onClose', async () => { await pool.end(); });
      process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a Nest hook after the drain',
      files: ts`
      import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
      import { Pool } from 'pg';
      @Injectable()
      export class Store implements OnApplicationShutdown {
        private readonly pool = new Pool();
        async onApplicationShutdown(): Promise<void> { await this.pool.end(); }
      }
    `,
    },
    {
      name: 'a dependency of the start',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const app = Fastify();
      const client = new pg.Client();
      await client.connect();
      await client.query('create table if not exists a ()');
      await client.end();
      process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a reverse order that a list keeps',
      files: {
        'src/main.js': `
        import Fastify from 'fastify';
        import { closeDb } from './db.js';
        const app = Fastify();
        process.on('SIGTERM', async () => {
          try {
            await app.close();
          } finally {
            await closeDb();
            process.exit(0);
          }
        });
        await app.listen({ port: 3000 });
      `,
        'src/db.js': `
        import pg from 'pg';
        const pool = new pg.Pool();
        export const closeDb = () => pool.end();
      `,
      },
    },
    {
      name: 'terminus',
      files: js`
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => res.end());
      createTerminus(server, { signals: ['SIGTERM'], onSignal: async () => { await pool.end(); } });
      server.listen(3000);
    `,
    },
    {
      name: 'a deadline',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGTERM', async () => {
        setTimeout(() => { void pool.end(); process.exit(1); }, 8000).unref();
        await app.close();
        await pool.end();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a start that failed',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      try {
        await app.listen({ port: 3000 });
      } catch {
        await pool.end();
        await app.close();
        process.exit(1);
      }
    `,
    },
    {
      name: 'a class that stops its parts in order',
      files: ts`
      import { Worker } from 'bullmq';
      import { Pool } from 'pg';
      class App {
        readonly #pool = new Pool();
        readonly #workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
        async stop(): Promise<void> {
          await Promise.all(this.#workers.map((worker) => worker.close()));
          await this.#pool.end();
        }
      }
      const app = new App();
      process.on('SIGTERM', () => void app.stop().then(() => process.exit(0)));
    `,
    },
    {
      name: 'a script and tests',
      files: {
        'scripts/copy.js': `
        import pg from 'pg';
        import Fastify from 'fastify';
        const pool = new pg.Pool();
        const app = Fastify();
        process.on('SIGTERM', async () => { await pool.end(); await app.close(); });
      `,
        'tests/app.test.js': `
        import pg from 'pg';
        import Fastify from 'fastify';
        const pool = new pg.Pool();
        const app = Fastify();
        export async function stop() { await pool.end(); await app.close(); }
      `,
      },
    },
  ],
});
