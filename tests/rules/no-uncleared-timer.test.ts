import { cjs, js, table, ts } from './table.js';

table('no-uncleared-timer', {
  at: /^(?:globalThis\.|timers\.)?(?:setInterval|setTimeout|every|repeat)\(|^(?:cron|schedule)\.\w+\(|^new \w+\(/u,
  reports: [
    {
      name: 'an interval beside a server',
      files: js`
      import express from 'express';
      express().listen(3000);
      setInterval(() => console.log('tick'), 1000); // ! repeating
    `,
    },
    {
      name: 'a handle that nothing clears',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const sweep = setInterval(() => server.closeIdleConnections(), 5000); // ! repeating
      process.on('SIGTERM', () => server.close());
      module.exports = { server };
    `,
    },
    {
      name: 'a class field whose class has no stop',
      files: ts`
      import { createServer } from 'node:http';
      class Cache {
        private readonly timer: NodeJS.Timeout;
        private readonly entries = new Map<string, number>();
        constructor() {
          this.timer = setInterval(() => this.entries.clear(), 60_000); // ! repeating
        }
        get(key: string): number | undefined { return this.entries.get(key); }
      }
      const cache = new Cache();
      createServer((req, res) => res.end(String(cache.get('a')))).listen(3000);
    `,
    },
    {
      name: 'a timeout that starts itself again',
      files: js`
      import express from 'express';
      express().listen(3000);
      function poll() {
        console.log('poll');
        setTimeout(poll, 1000); // ! renewing
      }
      poll();
    `,
    },
    {
      name: 'a timeout that an async loop starts again',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      async function refresh() {
        await fetch('http://rates');
        setTimeout(() => void refresh(), 60_000); // ! renewing
      }
      void refresh();
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'an aliased import in another module',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { startMetrics } from './metrics.js';
        startMetrics();
        http.createServer((req, res) => res.end()).listen(3000);
      `,
        'src/metrics.js': `
        import { setInterval as every } from 'node:timers';
        export function startMetrics() {
          every(() => console.log(process.memoryUsage()), 10_000); // ! repeating
        }
      `,
      },
    },
    {
      name: 'a stop that is never reached is no end: the handle is lost in a map',
      files: js`
      import http from 'node:http';
      const timers = new Map();
      function watch(name) {
        timers.set(name, setInterval(() => console.log(name), 1000)); // ! repeating
      }
      watch('a');
      http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
    {
      name: 'a plugin body without onClose',
      files: js`
      import Fastify from 'fastify';
      import fp from 'fastify-plugin';
      const heartbeat = fp(async (app) => {
        setInterval(() => app.log.info('beat'), 1000); // ! repeating
      });
      const app = Fastify();
      app.register(heartbeat);
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'onModuleInit without onModuleDestroy',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        void NestFactory.create(AppModule).then((app) => app.listen(3000));
      `,
        'src/app.module.ts': `
        import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
        @Injectable()
        export class Heartbeat implements OnModuleInit {
          onModuleInit(): void {
            setInterval(() => console.log('beat'), 1000); // ! repeating
          }
        }
        @Module({ providers: [Heartbeat] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'a consumer process',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      const timer = setInterval(() => console.log(worker.name), 1000); // ! repeating
      process.on('SIGTERM', async () => {
        await worker.close();
        console.log(timer);
      });
    `,
    },
  ],
});
