import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-unclosed-resource', [
  {
    name: 'a consumer that nothing names',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import { Worker } from 'bullmq';
        const app = Fastify();
        new Worker('mail', async () => {});
        process.on('SIGTERM', () => void app.close());
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'close',
    after: code`
      import Fastify from 'fastify';
      import { Worker } from 'bullmq';
      const app = Fastify();
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        await worker.close();
        app.close();
      });
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'a field, and a shutdown of the same class',
    files: {
      'main.ts': code`
        import { createServer } from 'node:http';
        import { Pool } from 'pg';
        class App {
          private readonly pool = new Pool();
          private readonly server = createServer((req, res) => void this.pool.query('select 1').then(() => res.end()));
          start(): void {
            this.server.listen(3000);
            process.once('SIGTERM', () => this.stop());
          }
          private stop(): void { this.server.close(); }
        }
        new App().start();
      `,
    },
    suggestion: 'close',
    after: code`
      import { createServer } from 'node:http';
      import { Pool } from 'pg';
      class App {
        private readonly pool = new Pool();
        private readonly server = createServer((req, res) => void this.pool.query('select 1').then(() => res.end()));
        start(): void {
          this.server.listen(3000);
          process.once('SIGTERM', () => this.stop());
        }
        private stop(): void { this.server.close(() => void this.pool.end()); }
      }
      new App().start();
    `,
  },
  {
    name: 'a field, and a shutdown outside of the class',
    files: {
      'main.js': code`
        import http from 'node:http';
        import Redis from 'ioredis';
        class Sessions {
          redis = new Redis();
          constructor() {}
          read(id) { return this.redis.get(id); }
        }
        const sessions = new Sessions();
        const server = http.createServer((a, b) => sessions.read(a.url).then((t) => b.end(t))).listen(3000);
        process.once('SIGTERM', () => { setTimeout(() => process.exit(1), 10_000).unref(); server.close(); });
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import Redis from 'ioredis';
      class Sessions {
        redis = new Redis();
        constructor() {}
        read(id) { return this.redis.get(id); }
      }
      const sessions = new Sessions();
      const server = http.createServer((a, b) => sessions.read(a.url).then((t) => b.end(t))).listen(3000);
      process.once('SIGTERM', () => { setTimeout(() => process.exit(1), 10_000).unref(); server.close(() => sessions.redis.quit()); });
    `,
  },
  {
    name: 'a provider of Nest',
    files: {
      'src/main.ts': code`
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule);
          app.enableShutdownHooks();
          await app.listen(3000);
        }
        void bootstrap();
      `,
      'src/app.module.ts': code`
        import { Injectable, Module } from '@nestjs/common';
        import { Pool } from 'pg';
        @Injectable()
        export class Store {
          private readonly pool = new Pool();
          count() { return this.pool.query('select 1'); }
        }
        @Module({ providers: [Store] })
        export class AppModule {}
      `,
    },
    suggestion: 'close',
    after: code`
      import { Injectable, Module } from '@nestjs/common';
      import { Pool } from 'pg';
      @Injectable()
      export class Store {
        private readonly pool = new Pool();
        count() { return this.pool.query('select 1'); }

        async onApplicationShutdown(): Promise<void> {
          await this.pool.end();
        }
      }
      @Module({ providers: [Store] })
      export class AppModule {}
    `,
  },
  {
    name: 'a chain that gives the thing back',
    files: {
      'main.js': code`
        import http from 'node:http';
        import chokidar from 'chokidar';
        chokidar.watch('config').on('change', () => console.log('changed'));
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => server.close());
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import chokidar from 'chokidar';
      const fsWatcher = chokidar.watch('config').on('change', () => console.log('changed'));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => server.close(() => fsWatcher.close()));
    `,
  },
  {
    name: 'a connection opened in place',
    files: {
      'main.js': code`
        import express from 'express';
        import mongoose from 'mongoose';
        const server = express().listen(3000);
        process.once('SIGTERM', () => server.close());
        await mongoose.connect('mongodb://db');
      `,
    },
    suggestion: 'close',
    after: code`
      import express from 'express';
      import mongoose from 'mongoose';
      const server = express().listen(3000);
      process.once('SIGTERM', () => server.close(() => mongoose.disconnect()));
      await mongoose.connect('mongodb://db');
    `,
  },
  {
    name: 'an exit in the callback of the drain',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        async function main() {
          const pool = new pg.Pool();
          const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end()));
          server.listen(3000);
          process.once('SIGTERM', () => {
            setTimeout(() => process.exit(1), 10_000).unref();
            server.close(() => process.exit(0));
          });
        }
        main();
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      async function main() {
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end()));
        server.listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(async () => {
            await pool.end();
            process.exit(0);
          });
        });
      }
      main();
    `,
  },
]);
