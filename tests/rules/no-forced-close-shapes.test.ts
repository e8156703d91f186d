import { cjs, js, table, ts } from './table.js';

/** The same defect, and what only looks like it, in the shapes of real services. */
table('no-forced-close', {
  at: /^[\w.#]+\(/u,
  reports: [
    {
      name: 'a WebSocket server whose clients are cut first',
      files: js`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      process.on('SIGTERM', () => {
        for (const client of wss.clients) client.terminate(); // ! forced
        wss.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'both closes in one Promise.all',
      files: ts`
      import { Worker } from 'bullmq';
      const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
      process.on('SIGTERM', async () => {
        for (const worker of workers) await worker.close(true); // ! forced
        process.exit(0);
      });
    `,
    },
    {
      name: 'a client of Redis that waits for entries of a stream, and says which are done',
      files: js`
      import Redis from 'ioredis';
      const redis = new Redis();
      let isRunning = true;
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        isRunning = false;
        redis.disconnect(); // ! forced
      });
      while (isRunning) {
        const [[, entries]] = await redis.xreadgroup('GROUP', 'group', 'me', 'BLOCK', 5000, 'STREAMS', 'jobs', '>');
        for (const [id] of entries) await redis.xack('jobs', 'group', id);
      }
    `,
    },
    {
      name: 'a client of Redis that takes jobs away from where they wait',
      files: js`
      import Redis from 'ioredis';
      const redis = new Redis();
      let isRunning = true;
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        isRunning = false;
        redis.disconnect(); // ! forced
      });
      while (isRunning) console.log(await redis.blpop('jobs', 5));
    `,
    },
    {
      name: 'a disconnect of ioredis instead of quit',
      files: cjs`
      const Fastify = require('fastify');
      const Redis = require('ioredis');
      const redis = new Redis();
      const app = Fastify();
      app.get('/', () => redis.get('a'));
      process.on('SIGTERM', async () => {
        redis.disconnect(); // ! forced
        await app.close();
        process.exit(0);
      });
      app.listen({ port: 3000 });
    `,
    },
  ],
  silent: [
    {
      name: 'a close code before a cut',
      files: js`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      process.on('SIGTERM', () => {
        for (const client of wss.clients) client.close(1001);
        setTimeout(() => { for (const client of wss.clients) client.terminate(); }, 5000).unref();
        wss.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a heartbeat that cuts dead clients',
      files: ts`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      const beat = setInterval(() => {
        for (const client of wss.clients) if (client.readyState !== client.OPEN) client.terminate();
      }, 30_000);
      process.on('SIGTERM', () => {
        clearInterval(beat);
        wss.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'knex.destroy waits, whatever its name says',
      files: cjs`
      const Fastify = require('fastify');
      const knex = require('knex')({ client: 'pg' });
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
        await knex.destroy();
        process.exit(0);
      });
      app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a data source of TypeORM',
      files: ts`
      import Fastify from 'fastify';
      import { DataSource } from 'typeorm';
      const db = new DataSource({ type: 'postgres' });
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
        await db.destroy();
        process.exit(0);
      });
      void db.initialize().then(() => app.listen({ port: 3000 }));
    `,
    },
    {
      name: 'cuts in a crash',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        console.error(error);
        server.closeAllConnections();
        process.exit(1);
      });
    `,
    },
    {
      name: 'a worker thread that is done',
      files: js`
      import http from 'node:http';
      import { Worker } from 'node:worker_threads';
      const server = http.createServer((req, res) => {
        const thread = new Worker('./thread.js');
        thread.once('message', async (text) => {
          await thread.terminate();
          res.end(text);
        });
      }).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'sockets of the shutdown that are idle',
      files: js`
      import http from 'node:http';
      const idle = new Set();
      const server = http.createServer((req, res) => {
        idle.delete(req.socket);
        res.on('finish', () => idle.add(req.socket));
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        for (const socket of idle) socket.destroy();
      });
    `,
    },
    {
      name: 'the second signal',
      files: js`
      import http from 'node:http';
      let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        if (isStopping) return server.closeAllConnections();
        isStopping = true;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a client that is cut after the drain of its users',
      files: js`
      import { Queue, Worker } from 'bullmq';
      import Redis from 'ioredis';
      const connection = new Redis({ maxRetriesPerRequest: null });
      const queue = new Queue('mail', { connection });
      const worker = new Worker('mail', async () => { await queue.add('x', {}); }, { connection });
      process.on('SIGTERM', async () => {
        await worker.close();
        await queue.close();
        connection.disconnect();
        process.exit(0);
      });
    `,
    },
  ],
});
