import { cjs, js, table, ts } from './table.js';

/** The same defect, and what only looks like it, in the shapes of real services. */
table('enforce-shutdown-order', {
  at: /^[\w.#$]+\(/u,
  reports: [
    {
      name: 'Nest hooks before the server stops are of no concern, a method of the project is',
      files: ts`
      import { Worker } from 'bullmq';
      import Redis from 'ioredis';
      export class Jobs {
        private readonly redis = new Redis();
        private readonly worker = new Worker('mail', async () => { await this.redis.get('a'); });
        async close(): Promise<void> {
          await this.redis.quit(); // ! before
          await this.worker.close();
        }
      }
    `,
    },
    {
      name: 'a logger before the last step',
      files: js`
      import Fastify from 'fastify';
      import { PrismaClient } from '@prisma/client';
      const prisma = new PrismaClient();
      const app = Fastify();
      app.get('/', () => prisma.user.findMany());
      process.on('SIGTERM', async () => {
        await prisma.$disconnect(); // ! before
        await app.close();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a queue before its consumer',
      files: js`
      import { Queue, Worker } from 'bullmq';
      const queue = new Queue('next');
      const worker = new Worker('mail', async () => { await queue.add('x', {}); });
      process.on('SIGTERM', async () => {
        await queue.close(); // ! before
        await worker.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'statements that stand beside each other in a helper',
      files: cjs`
      const Fastify = require('fastify');
      const mongoose = require('mongoose');
      const app = Fastify();
      async function shutdown(signal) {
        console.log(signal);
        await mongoose.disconnect(); // ! before
        await app.close();
        process.exit(0);
      }
      for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, shutdown);
      app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a consumer after its cache, in try',
      files: js`
      import { Kafka } from 'kafkajs';
      import Redis from 'ioredis';
      const redis = new Redis();
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'a' });
      await consumer.run({ eachMessage: async ({ message }) => { await redis.set('a', String(message.value)); } });
      process.on('SIGTERM', async () => {
        try {
          await redis.quit(); // ! before
          await consumer.disconnect();
          process.exit(0);
        } catch {
          process.exit(1);
        }
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a finally',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGTERM', async () => {
        try {
          await app.close();
        } catch (error) {
          console.error(error);
        } finally {
          await pool.end();
          process.exit(0);
        }
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'steps in a list',
      files: cjs`
      const Fastify = require('fastify');
      const { Pool } = require('pg');
      const pool = new Pool();
      const app = Fastify();
      const steps = [() => app.close(), () => pool.end()];
      process.on('SIGTERM', async () => {
        for (const step of steps) await step();
        process.exit(0);
      });
      app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a subscriber before the server',
      files: js`
      import http from 'node:http';
      import { Worker } from 'bullmq';
      import pg from 'pg';
      const pool = new pg.Pool();
      const worker = new Worker('mail', async () => {});
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await worker.close();
        await new Promise((resolve) => server.close(resolve));
        await pool.end();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a pool that only the start uses',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const app = Fastify();
      async function migrate() {
        const pool = new pg.Pool();
        await pool.query('create table if not exists a ()');
        await pool.end();
      }
      process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
      await migrate();
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a close of two processes in one module',
      files: js`
      import cluster from 'node:cluster';
      import http from 'node:http';
      import pg from 'pg';
      if (cluster.isPrimary) {
        const pool = new pg.Pool();
        cluster.fork();
        process.on('SIGTERM', () => void pool.end());
      } else {
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => server.close());
      }
    `,
    },
    {
      name: 'a reload of the configuration',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      let pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGHUP', async () => {
        const old = pool;
        pool = new pg.Pool();
        await old.end();
      });
      process.on('SIGTERM', async () => {
        await app.close();
        await pool.end();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a metrics server after the telemetry',
      files: ts`
      import { createServer } from 'node:http';
      import Fastify from 'fastify';
      import { Pool } from 'pg';
      const pool = new Pool();
      const app = Fastify();
      const metrics = createServer((req, res) => res.end('up 1')).listen(9090);
      process.on('SIGTERM', async () => {
        await app.close();
        await pool.end();
        await new Promise((resolve) => metrics.close(resolve));
        process.exit(0);
      });
      void app.listen({ port: 3000 });
    `,
    },
  ],
});
