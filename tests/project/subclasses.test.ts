/** A class of the project that extends a library's is a thing of the library. */
import { js, table, ts } from '../rules/table.js';

const prisma = `
  import { PrismaClient } from '@prisma/client';
  export class Db extends PrismaClient {
    async report() { return 'ok'; }
  }
  export const db = new Db();
`;

table('no-blocking-probe', {
  at: /findMany|query|findFirst/u,
  reports: [
    {
      name: 'a client without a constructor',
      files: {
        'src/db.js': prisma,
        'src/main.js': `
        import express from 'express';
        import { db } from './db.js';
        const app = express();
        app.get('/livez', async (req, res) => {
          await db.property.findMany(); // ! liveness
          res.end();
        });
        app.listen(3000);
      `,
      },
    },
    {
      name: 'a method of the class that asks, and a pool without a time-out',
      files: js`
      import express from 'express';
      import pg from 'pg';
      class Db extends pg.Pool {
        constructor() {
          super({ max: 3 });
        }
        one() {
          return this.query('select 1');
        }
      }
      const db = new Db();
      const app = express();
      app.get('/readyz', async (req, res) => {
        await db.query('select 1'); // ! readiness
        res.end();
      });
      app.listen(3000);
    `,
    },
    {
      name: 'the provider of a Nest application',
      files: {
        'src/prisma.service.ts': `
        import { Injectable, type OnModuleInit } from '@nestjs/common';
        import { PrismaClient } from '@prisma/client';
        @Injectable()
        export class PrismaService extends PrismaClient implements OnModuleInit {
          async onModuleInit(): Promise<void> { await this.$connect(); }
        }
      `,
        'src/health.controller.ts': `
        import { Controller, Get } from '@nestjs/common';
        import { PrismaService } from './prisma.service';
        @Controller('health')
        export class HealthController {
          constructor(private readonly prisma: PrismaService) {}
          @Get('live')
          async live(): Promise<string> {
            await this.prisma.user.findFirst(); // ! liveness
            return 'ok';
          }
        }
      `,
        'src/main.ts': `
        import { Module } from '@nestjs/common';
        import { NestFactory } from '@nestjs/core';
        import { HealthController } from './health.controller';
        import { PrismaService } from './prisma.service';
        @Module({ controllers: [HealthController], providers: [PrismaService] })
        class AppModule {}
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();
        await app.listen(3000);
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a method of the class that asks nobody',
      files: {
        'src/db.js': prisma,
        'src/main.js': `
        import express from 'express';
        import { db } from './db.js';
        const app = express();
        app.get('/livez', async (req, res) => res.send(await db.report()));
        app.get('/', async (req, res) => res.json(await db.property.findMany()));
        app.listen(3000);
      `,
      },
    },
    {
      name: 'a pool with a time-out of its own',
      files: js`
      import express from 'express';
      import pg from 'pg';
      class Db extends pg.Pool {
        constructor(options) {
          super({ ...options, connectionTimeoutMillis: 500, query_timeout: 500 });
        }
      }
      const db = new Db({});
      const app = express();
      app.get('/readyz', async (req, res) => {
        await db.query('select 1');
        res.end();
      });
      app.listen(3000);
    `,
    },
  ],
});

table('no-unclosed-resource', {
  at: /new Db|super/u,
  reports: [
    {
      name: 'a pool of a class without a constructor',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      class Db extends pg.Pool {}
      const db = new Db(); // ! unclosed
      const server = http.createServer((req, res) => db.query('select 1', () => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'one with a constructor',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      class Db extends pg.Pool {
        constructor() {
          super({ max: 3 }); // ! unclosed
        }
      }
      const db = new Db();
      const server = http.createServer((req, res) => db.query('select 1', () => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
  ],
  silent: [
    {
      name: 'one that closes itself by a method of its own',
      files: {
        'src/db.ts': `
        import pg from 'pg';
        export class Db extends pg.Pool {
          constructor() { super({ max: 3 }); }
          async stop(): Promise<void> { await this.end(); }
        }
      `,
        'src/main.ts': `
        import http from 'node:http';
        import { Db } from './db';
        const db = new Db();
        const server = http.createServer((req, res) => { db.query('select 1', () => res.end()); }).listen(3000);
        process.on('SIGTERM', () => server.close(() => { void db.stop().then(() => process.exit(0)); }));
      `,
      },
    },
    {
      name: 'one that overrides the end',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      class Db extends pg.Pool {
        async end() {
          console.log('closing');
          await super.end();
        }
      }
      const db = new Db();
      const server = http.createServer((req, res) => db.query('select 1', () => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close(() => db.end().then(() => process.exit(0))));
    `,
    },
    {
      name: 'the provider of a Nest application with its hook',
      files: ts`
      import { Injectable, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
      import { NestFactory } from '@nestjs/core';
      import { PrismaClient } from '@prisma/client';
      @Injectable()
      class PrismaService extends PrismaClient implements OnModuleInit, OnModuleDestroy {
        constructor() { super({ log: ['error'] }); }
        async onModuleInit(): Promise<void> { await this.$connect(); }
        async onModuleDestroy(): Promise<void> { await this.$disconnect(); }
      }
      @Module({ providers: [PrismaService] })
      class AppModule {}
      const app = await NestFactory.create(AppModule);
      app.enableShutdownHooks();
      await app.listen(3000);
    `,
    },
  ],
});
