import { cjs, js, table, ts } from './table.js';

/** What only looks like a resource that is left open, in the shapes of real services. */
table('no-unclosed-resource', {
  silent: [
    {
      name: 'a class that owns and closes',
      files: {
        'src/main.ts': `
        import { createServer } from 'node:http';
        import { Db } from './db';
        const db = new Db();
        const server = createServer((req, res) => void db.count().then(() => res.end())).listen(3000);
        process.on('SIGTERM', () => server.close(() => void db.stop().then(() => process.exit(0))));
      `,
        'src/db.ts': `
        import { Pool } from 'pg';
        export class Db {
          readonly #pool: Pool;
          constructor(pool = new Pool()) { this.#pool = pool; }
          count() { return this.#pool.query('select 1'); }
          stop(): Promise<void> { return this.#pool.end(); }
        }
      `,
      },
    },
    {
      name: 'a singleton by a getter',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { closeDb, getDb } from './db.js';
        const server = http.createServer((req, res) => getDb().query('select 1').then(() => res.end())).listen(3000);
        process.on('SIGTERM', () => server.close(() => closeDb().then(() => process.exit(0))));
      `,
        'src/db.js': `
        import pg from 'pg';
        let pool;
        export const getDb = () => (pool ??= new pg.Pool());
        export const closeDb = async () => { if (pool) await pool.end(); };
      `,
      },
    },
    {
      name: 'mongoose, closed by its connection',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      const server = express().listen(3000);
      process.on('SIGTERM', () => server.close(() => mongoose.connection.close().then(() => process.exit(0))));
      await mongoose.connect('mongodb://db');
    `,
    },
    {
      name: 'knex below an ORM that is closed',
      files: ts`
      import Knex from 'knex';
      import { createServer } from 'node:http';
      import { Model } from 'objection';
      const knex = Knex({ client: 'pg' });
      Model.knex(knex);
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => void knex.destroy().then(() => process.exit(0))));
    `,
    },
    {
      name: 'a duplicate that its owner closes',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      import { Server } from 'socket.io';
      import { createAdapter } from '@socket.io/redis-adapter';
      const pub = new Redis();
      const sub = pub.duplicate();
      const server = http.createServer();
      const io = new Server(server, { adapter: createAdapter(pub, sub) });
      server.listen(3000);
      process.on('SIGTERM', () => io.close(async () => {
        await Promise.all([pub.quit(), sub.quit()]);
        process.exit(0);
      }));
    `,
    },
    {
      name: 'a worker that closes its connection',
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
    {
      name: 'a plugin of Fastify that closes what it opens',
      files: js`
      import Fastify from 'fastify';
      import postgres from '@fastify/postgres';
      import redis from '@fastify/redis';
      const app = Fastify();
      app.register(postgres, { connectionString: 'postgres://db' });
      app.register(redis, { host: 'cache' });
      process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'TypeORM of Nest',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule);
          app.enableShutdownHooks();
          await app.listen(3000);
        }
        void bootstrap();
      `,
        'src/app.module.ts': `
        import { Module } from '@nestjs/common';
        import { TypeOrmModule } from '@nestjs/typeorm';
        @Module({ imports: [TypeOrmModule.forRoot({ type: 'postgres' })] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'Prisma with an extension',
      files: ts`
      import { PrismaClient } from '@prisma/client';
      import { createServer } from 'node:http';
      const base = new PrismaClient();
      const prisma = base.$extends({});
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => void prisma.$disconnect().then(() => process.exit(0))));
    `,
    },
    {
      name: 'a shutdown that ends with the process',
      files: js`
      import http from 'node:http';
      import { createReadStream } from 'node:fs';
      const server = http.createServer((req, res) => createReadStream('index.html').pipe(res)).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a child process that is killed',
      files: cjs`
      const { spawn } = require('node:child_process');
      const http = require('node:http');
      const child = spawn('redis-server');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => child.kill('SIGTERM')));
    `,
    },
    {
      name: 'a shutdown manager of the project',
      files: {
        'src/main.ts': `
        import { createServer } from 'node:http';
        import { Pool } from 'pg';
        import { manager } from './manager';
        const pool = new Pool();
        const server = createServer((req, res) => void pool.query('select 1').then(() => res.end())).listen(3000);
        manager.add('http', () => new Promise<void>((resolve) => server.close(() => resolve())));
        manager.add('db', () => pool.end());
        manager.listen();
      `,
        'src/manager.ts': `
        type Step = () => Promise<void>;
        class Manager {
          private readonly steps: { name: string; run: Step }[] = [];
          add(name: string, run: Step): void { this.steps.push({ name, run }); }
          listen(): void {
            process.once('SIGTERM', async () => {
              for (const { name, run } of this.steps) {
                console.log(name);
                await run();
              }
              process.exit(0);
            });
          }
        }
        export const manager = new Manager();
      `,
      },
    },
    {
      name: 'clients in an array that is closed',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      import Redis from 'ioredis';
      const resources = [new pg.Pool(), new Redis()];
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(async () => {
        for (const one of resources) await (one.end ?? one.quit).call(one);
      }));
    `,
    },
  ],
});
