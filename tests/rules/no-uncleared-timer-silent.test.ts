import { js, table, ts } from './table.js';

table('no-uncleared-timer', {
  silent: [
    {
      name: 'cleared by the shutdown',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const timer = setInterval(() => console.log('tick'), 1000);
      process.on('SIGTERM', () => {
        clearInterval(timer);
        server.close();
      });
    `,
    },
    {
      name: 'unref, chained and later',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      setInterval(() => console.log('tick'), 1000).unref();
      const timer = setInterval(() => console.log('tock'), 1000);
      timer.unref?.();
    `,
    },
    {
      name: 'start and stop of a class',
      files: ts`
      import { createServer } from 'node:http';
      class Beat {
        private timer?: NodeJS.Timeout;
        start(): void { this.timer = setInterval(() => console.log('beat'), 1000); }
        stop(): void { if (this.timer) clearInterval(this.timer); }
      }
      const beat = new Beat();
      beat.start();
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { beat.stop(); server.close(); });
    `,
    },
    {
      name: 'onModuleInit and onModuleDestroy',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        void NestFactory.create(AppModule).then((app) => app.listen(3000));
      `,
        'src/app.module.ts': `
        import { Injectable, Module, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
        @Injectable()
        export class Heartbeat implements OnModuleInit, OnModuleDestroy {
          #timer: NodeJS.Timeout | undefined;
          onModuleInit(): void { this.#timer = setInterval(() => console.log('beat'), 1000); }
          onModuleDestroy(): void { clearInterval(this.#timer); }
        }
        @Module({ providers: [Heartbeat] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'a plugin and its onClose',
      files: js`
      import Fastify from 'fastify';
      import fp from 'fastify-plugin';
      const app = Fastify();
      app.register(fp(async (instance) => {
        const timer = setInterval(() => instance.log.info('beat'), 1000);
        instance.addHook('onClose', async () => clearInterval(timer));
      }));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a signal',
      files: js`
      import http from 'node:http';
      import { setInterval as every } from 'node:timers/promises';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { stop.abort(); server.close(); });
      for await (const _ of every(1000, undefined, { signal: stop.signal })) console.log('tick');
    `,
    },
    {
      name: 'cleared in its own callback',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      let left = 10;
      const timer = setInterval(() => {
        left -= 1;
        if (left === 0) clearInterval(timer);
      }, 1000);
    `,
    },
    {
      name: 'cleared when the request ends',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/events', (req, res) => {
        const beat = setInterval(() => res.write(':\n\n'), 15_000);
        req.on('close', () => clearInterval(beat));
      });
      app.listen(3000);
    `,
    },
    {
      name: 'one-shot sleeps and time-outs',
      files: js`
      import express from 'express';
      const app = express();
      const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      app.get('/', async (req, res) => {
        await sleep(100);
        setTimeout(() => res.send('ok'), 100);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a retry in a failing path',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      function connect() {
        mongoose.connect('mongodb://db').catch(() => setTimeout(connect, 1000));
      }
      connect();
      express().listen(3000);
    `,
    },
    {
      name: 'a short script',
      files: js`
      import { get } from 'node:https';
      const dots = setInterval(() => process.stdout.write('.'), 100);
      get('https://example.org', () => process.exit(dots ? 0 : 1));
    `,
    },
    {
      name: 'browser code, tests and scripts',
      files: {
        'src/main.js': `
        import express from 'express';
        express().listen(3000);
      `,
        'public/clock.js': `
        setInterval(() => { document.querySelector('#clock').textContent = String(new Date()); }, 1000);
      `,
        'tests/clock.test.js': `
        setInterval(() => console.log('x'), 1000);
      `,
        'scripts/watch.js': `
        setInterval(() => console.log('x'), 1000);
      `,
      },
    },
    {
      name: 'a stopped cron job',
      files: js`
      import { CronJob } from 'cron';
      import express from 'express';
      const job = new CronJob('* * * * *', () => console.log('minute'));
      job.start();
      const server = express().listen(3000);
      process.on('SIGTERM', () => { job.stop(); server.close(); });
    `,
    },
    {
      name: 'all schedules ended at once',
      files: js`
      import express from 'express';
      import schedule from 'node-schedule';
      schedule.scheduleJob('0 3 * * *', () => console.log('night'));
      const server = express().listen(3000);
      process.on('SIGTERM', async () => {
        await schedule.gracefulShutdown();
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});
