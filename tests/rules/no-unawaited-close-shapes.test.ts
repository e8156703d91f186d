import { cjs, js, table, ts } from './table.js';

/** The same defect in the shapes of real services. */
table('no-unawaited-close', {
  at: /^[\w.#?!()[\]]+\.(?:close|end|quit|stop|disconnect|shutdown|flush|\$disconnect|destroy)\(|^[\w.]+\(/u,
  reports: [
    {
      name: 'the false await in try',
      files: ts`
      import { createServer, type Server } from 'node:http';
      let server: Server | undefined;
      function start(): void { server = createServer((req, res) => res.end()).listen(3000); }
      async function stop(): Promise<void> {
        try {
          await server?.close(); // ! false-await
        } catch (error) {
          console.error(error);
        }
      }
      start();
      process.on('SIGTERM', () => void stop().then(() => process.exit(0)));
    `,
    },
    {
      name: 'Prisma',
      files: js`
      import Fastify from 'fastify';
      import { PrismaClient } from '@prisma/client';
      const prisma = new PrismaClient();
      const app = Fastify();
      app.get('/', () => prisma.user.findMany());
      process.on('SIGTERM', async () => {
        await app.close();
        prisma.$disconnect(); // ! exit
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a shutdown registered with a framework, CommonJS',
      files: cjs`
      const http = require('node:http');
      const { createTerminus } = require('@godaddy/terminus');
      const Redis = require('ioredis');
      const redis = new Redis();
      const server = http.createServer((req, res) => redis.get('a').then(() => res.end()));
      createTerminus(server, {
        signals: ['SIGTERM'],
        onSignal: async () => {
          redis.quit(); // ! end
        },
      });
      server.listen(3000);
    `,
    },
    {
      name: 'close-with-grace',
      files: js`
      import closeWithGrace from 'close-with-grace';
      import express from 'express';
      const server = express().listen(3000);
      closeWithGrace(async () => {
        await server.close(); // ! false-await
      });
    `,
    },
    {
      name: 'a condition around it',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = process.env.DB ? new pg.Pool() : undefined;
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
        if (pool) pool.end(); // ! exit
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a base class',
      files: {
        'src/main.ts': `
        import { Api } from './api';
        const api = new Api();
        api.start();
        process.on('SIGTERM', () => void api.stop().then(() => process.exit(0)));
      `,
        'src/api.ts': `
        import { createServer } from 'node:http';
        abstract class Base {
          protected readonly server = createServer((req, res) => res.end());
          start(): void { this.server.listen(3000); }
        }
        export class Api extends Base {
          async stop(): Promise<void> {
            await this.server.close(); // ! false-await
          }
        }
      `,
      },
    },
    {
      name: 'void before a promise that matters',
      files: ts`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', () => {
        void worker.close(); // ! exit
        process.exit(0);
      });
    `,
    },
    {
      name: 'a catch is no wait',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        worker.close().catch(console.error); // ! exit
        process.exit(0);
      });
    `,
    },
  ],
});
