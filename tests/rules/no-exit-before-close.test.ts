import { cjs, js, table, ts } from './table.js';

table('no-exit-before-close', {
  at: /^(?:process\.)?(?:exit|leave)\(|^\w+\([^)]*process\.exit|^server\.close\(process\.exit/u,
  reports: [
    {
      name: 'an exit beside the close',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'an exit after a false await',
      files: js`
      import express from 'express';
      const server = express().listen(3000);
      process.once('SIGTERM', async () => {
        await server.close();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a live server that nothing closes',
      files: js`
      import express from 'express';
      const app = express();
      const server = app.listen(3000);
      process.on('SIGTERM', () => {
        console.log('bye');
        process.exit(0); // ! open
      });
    `,
    },
    {
      name: 'a promise that floats',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => {
        app.close();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a helper of another module, CommonJS',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const { shutdown } = require('./shutdown.cjs');
        const server = http.createServer((req, res) => res.end());
        server.listen(3000);
        process.on('SIGTERM', () => shutdown(server));
      `,
        'src/shutdown.cjs': `
        exports.shutdown = function shutdown(server) {
          server.close();
          process.exit(0); // ! pending
        };
      `,
      },
    },
    {
      name: 'a pool closed in a callback that is too late',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => {
          pool.end();
          process.exit(0); // ! pending
        });
      });
    `,
    },
    {
      name: 'fields of a class',
      files: ts`
      import { createServer, type Server } from 'node:http';
      class App {
        private readonly server: Server = createServer((req, res) => res.end());
        start(): void {
          this.server.listen(3000);
          process.on('SIGTERM', () => this.stop());
        }
        private stop(): void {
          this.server.close();
          process.exit(0); // ! pending
        }
      }
      new App().start();
    `,
    },
    {
      name: 'an async helper that is not awaited',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      async function shutdown() {
        await worker.close();
      }
      process.on('SIGTERM', () => {
        shutdown();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'one of two promises is missing from Promise.all',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        pool.end();
        await Promise.all([app.close()]);
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'an aliased exit in finally',
      files: js`
      import { exit as leave } from 'node:process';
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGINT', async () => {
        try {
          server.close();
        } finally {
          leave(0); // ! pending
        }
      });
    `,
    },
    {
      name: 'a close that is only started by then',
      files: js`
      import http from 'node:http';
      import mongoose from 'mongoose';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      await mongoose.connect('mongodb://db');
      process.on('SIGTERM', () => {
        mongoose.disconnect().then(() => {
          server.close();
          process.exit(0); // ! pending
        });
      });
    `,
    },
    {
      name: 'signals in a loop, and a server of another module',
      files: {
        'src/main.js': `
        import { server } from './server.js';
        for (const signal of ['SIGINT', 'SIGTERM']) {
          process.on(signal, () => {
            server.close();
            process.exit(0); // ! pending
          });
        }
        server.listen(3000);
      `,
        'src/server.js': `
        import http from 'node:http';
        export const server = http.createServer((req, res) => res.end());
      `,
      },
    },
    {
      name: 'an exit as the listener itself',
      files: cjs`
      const express = require('express');
      const app = express();
      app.listen(3000);
      process.on('SIGTERM', () => process.exit(0)); // ! open
    `,
    },
    {
      name: 'a consumer that goes on',
      files: js`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'orders' });
      await consumer.run({ eachMessage: async () => {} });
      process.on('SIGTERM', () => {
        consumer.disconnect();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'promises of an array that nobody waits for',
      files: js`
      import { Worker } from 'bullmq';
      const workers = ['mail', 'sms'].map((name) => new Worker(name, async () => {}));
      process.on('SIGTERM', async () => {
        workers.forEach((worker) => worker.close());
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'async callbacks of forEach',
      files: js`
      import { Worker } from 'bullmq';
      const workers = ['mail', 'sms'].map((name) => new Worker(name, async () => {}));
      process.on('SIGTERM', async () => {
        workers.forEach(async (worker) => { await worker.close(); });
        process.exit(0); // ! pending
      });
    `,
    },
  ],
});
