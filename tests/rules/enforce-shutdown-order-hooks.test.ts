/** Steps of a framework's shutdown that come before it has drained. */
import { js, table, type Case } from './table.js';

/** A provider with a pool in an application that serves. */
const nest = (provider: string, main = 'app.enableShutdownHooks();'): Case['files'] => ({
  'src/pg.service.ts': provider,
  'src/app.module.ts': `
    import { Module } from '@nestjs/common';
    import { PgService } from './pg.service';
    @Module({ providers: [PgService] })
    export class AppModule {}
  `,
  'src/main.ts': `
    import { NestFactory } from '@nestjs/core';
    import { AppModule } from './app.module';
    async function bootstrap() {
      const app = await NestFactory.create(AppModule);
      ${main}
      await app.listen(3000);
    }
    void bootstrap();
  `,
});

const provider = (methods: string, implemented = 'OnModuleDestroy'): string => `
  import { Injectable, ${implemented} } from '@nestjs/common';
  import { Pool } from 'pg';
  @Injectable()
  export class PgService implements ${implemented} {
    private readonly pool = new Pool();
    query(text: string) { return this.pool.query(text); }
    ${methods}
  }
`;

table('enforce-shutdown-order', {
  at: /^(?:this\.)?pool\.end\(\)$/u,
  reports: [
    {
      name: 'onModuleDestroy',
      files: nest(
        provider(`async onModuleDestroy() {
      await this.pool.end(); // ! live
    }`),
      ),
    },
    {
      name: 'beforeApplicationShutdown, and an application that a listener closes',
      files: nest(
        provider(
          `async beforeApplicationShutdown(signal?: string) {
      console.log(signal);
      await this.pool.end(); // ! live
    }`,
          'BeforeApplicationShutdown',
        ),
        "process.once('SIGTERM', async () => { await app.close(); process.exit(0); });",
      ),
    },
    {
      name: 'preClose of Fastify',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      app.addHook('preClose', async () => {
        await pool.end(); // ! live
      });
      process.once('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
  ],
  silent: [
    {
      name: 'onApplicationShutdown',
      files: nest(provider('async onApplicationShutdown() { await this.pool.end(); }', 'OnApplicationShutdown')),
    },
    {
      name: 'no shutdown at all',
      files: nest(provider('async onModuleDestroy() { await this.pool.end(); }'), ''),
    },
    {
      name: 'a worker that is stopped with what it uses',
      files: nest(`
        import { Injectable } from '@nestjs/common';
        import { Worker } from 'bullmq';
        import Redis from 'ioredis';
        @Injectable()
        export class PgService {
          private readonly connection = new Redis();
          private readonly worker = new Worker('mail', async () => {}, { connection: this.connection });
          async onModuleDestroy() {
            await this.worker.close();
            await this.connection.quit();
          }
        }
      `),
    },
    {
      name: 'an application without a server',
      files: {
        'src/main.ts': `
        import { Injectable, Module, OnModuleDestroy } from '@nestjs/common';
        import { NestFactory } from '@nestjs/core';
        import { Worker } from 'bullmq';
        import { Pool } from 'pg';
        @Injectable()
        class PgService implements OnModuleDestroy {
          private readonly pool = new Pool();
          async onModuleDestroy() { await this.pool.end(); }
        }
        @Module({ providers: [PgService] })
        class AppModule {}
        const app = await NestFactory.createApplicationContext(AppModule);
        const worker = new Worker('mail', async () => {});
        process.once('SIGTERM', async () => { await worker.close(); await app.close(); });
      `,
      },
    },
    {
      name: 'onClose of Fastify',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      app.addHook('onClose', async () => { await pool.end(); });
      process.once('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
  ],
});

table('require-idempotent-shutdown', {
  reports: [
    {
      name: 'Nest before version 12, whose second close comes to the end at once',
      dependencies: { '@nestjs/core': '^11.0.0', '@nestjs/common': '^11.0.0' },
      files: nest(
        provider('async onApplicationShutdown() { await this.pool.end(); }', 'OnApplicationShutdown'),
        `process.on('SIGTERM', async () => { // ! repeated
          await app.close();
          process.exit(0);
        });`,
      ),
    },
  ],
  silent: [
    {
      name: 'Nest from version 12 on',
      dependencies: { '@nestjs/core': '^12.1.0', '@nestjs/common': '^12.1.0' },
      files: nest(
        provider('async onApplicationShutdown() { await this.pool.end(); }', 'OnApplicationShutdown'),
        "process.on('SIGTERM', async () => { await app.close(); process.exit(0); });",
      ),
    },
  ],
});
