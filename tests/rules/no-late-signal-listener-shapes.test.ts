import { cjs, js, table, ts } from './table.js';

/** What only looks late, in the shapes of real services. */
table('no-late-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'the event of a connection that is open',
      files: js`
      import http from 'node:http';
      import mongoose from 'mongoose';
      const server = http.createServer();
      mongoose.connection.once('open', () => {
        server.listen(3000);
        process.on('SIGTERM', () => server.close()); // ! late
      });
      mongoose.connect('mongodb://db');
    `,
    },
    {
      name: 'the event of a client that is ready',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      const redis = createClient();
      const server = http.createServer();
      redis.on('ready', start);
      redis.connect().catch(() => process.exit(1));
      function start() {
        server.listen(3000);
        process.on('SIGTERM', () => server.close()); // ! late
      }
    `,
    },
    {
      name: 'a method of a class that is called after the start',
      files: {
        'src/main.ts': `
        import { App } from './app';
        const app = new App();
        await app.start();
        process.on('SIGTERM', () => void app.stop()); // ! late
      `,
        'src/app.ts': `
        import Fastify from 'fastify';
        export class App {
          private readonly fastify = Fastify();
          async start(): Promise<void> { await this.fastify.listen({ port: 3000 }); }
          async stop(): Promise<void> { await this.fastify.close(); }
        }
      `,
      },
    },
    {
      name: 'a start-up step of the way that is not taken, beside one that is',
      files: {
        'src/main.js': `
        const { migrate } = await import('./migrate.js');
        const { start } = await import('./server.js');
        if (process.argv[2] === 'migrate') await migrate();
        else await start();
      `,
        'src/migrate.js': "import pg from 'pg';\nexport const migrate = async () => { await new pg.Client().query('create table t'); };\n",
        'src/server.js': `
        import Fastify from 'fastify';
        import pg from 'pg';
        export async function start() {
          const pool = new pg.Pool();
          await pool.query('select 1');
          const app = Fastify();
          process.on('SIGTERM', () => void app.close()); // ! late
          app.listen({ port: 3000 });
        }
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a start-up step of the way that is not taken',
      files: {
        'src/main.js': `
        const { migrate } = await import('./migrate.js');
        const { start } = await import('./server.js');
        if (process.argv[2] === 'migrate') {
          await migrate();
        } else {
          start();
        }
      `,
        'src/migrate.js': "import pg from 'pg';\nexport const migrate = async () => { await new pg.Client().query('create table t'); };\n",
        'src/server.js': `
        import Fastify from 'fastify';
        export function start() {
          const app = Fastify();
          process.on('SIGTERM', () => void app.close());
          app.listen({ port: 3000 });
        }
      `,
      },
    },
    {
      name: 'a listener in the handler of a first request',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
      server.listen(3000, () => {
        process.on('SIGUSR2', () => console.log('dump'));
      });
    `,
    },
    {
      name: 'a library that is set up first',
      files: js`
      import closeWithGrace from 'close-with-grace';
      import Fastify from 'fastify';
      const app = Fastify();
      closeWithGrace(async () => { await app.close(); });
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => console.log('SIGTERM'));
    `,
    },
    {
      name: 'Nest hooks, then a listener that only logs',
      files: ts`
      import { NestFactory } from '@nestjs/core';
      import { Module } from '@nestjs/common';
      @Module({})
      class AppModule {}
      async function bootstrap(): Promise<void> {
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();
        await app.listen(3000);
      }
      void bootstrap();
    `,
    },
    {
      name: 'an await in another function',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end());
      async function warm() { await fetch('http://cache'); }
      warm();
      server.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'parallel starts that nobody waits for',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      const server = express().listen(3000);
      mongoose.connect('mongodb://db').then(() => console.log('connected'));
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'secrets and configuration, awaited first',
      files: js`
      import fs from 'node:fs/promises';
      import http from 'node:http';
      const key = await fs.readFile('key.pem');
      const server = http.createServer((req, res) => res.end(key));
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      server.listen(3000);
    `,
    },
    {
      name: 'a second entry point',
      manifest: { scripts: { start: 'node src/main.js', worker: 'node src/worker.js' } },
      files: {
        'src/main.js': `
        import Fastify from 'fastify';
        import { stopOn } from './stop.js';
        const app = Fastify();
        stopOn(() => app.close());
        await app.listen({ port: 3000 });
      `,
        'src/worker.js': `
        import { Worker } from 'bullmq';
        import { stopOn } from './stop.js';
        const worker = new Worker('mail', async () => {});
        stopOn(() => worker.close());
      `,
        'src/stop.js': `
        export const stopOn = (stop) => process.once('SIGTERM', () => void stop());
      `,
      },
    },
    {
      name: 'a listener in a callback of a timer',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      server.listen(3000);
      process.on('SIGTERM', () => server.close());
      setTimeout(() => process.on('SIGTERM', () => console.log('again')), 1000);
    `,
    },
  ],
});
