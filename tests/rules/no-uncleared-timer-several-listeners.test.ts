/** A process ends when one of several listeners of the signal ends it, or by itself when there is none. */
import { js, table, ts } from './table.js';

const SERVED = 'No shutdown clears the `setInterval` in main.js, so it goes on working while the service shuts down.';
const HELD =
  'No shutdown clears the `setInterval` in main.js, so it keeps the process alive and goes on working while the service shuts down.';
const KILLED = 'No shutdown clears the `setInterval` in main.js, so SIGTERM ends the process in the middle of what it does.';

table('no-uncleared-timer', {
  reports: [
    {
      name: 'no listener at all',
      says: [KILLED],
      files: js`
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        setInterval(() => console.log('ok'), 1000); // ! repeating
      `,
    },
    {
      name: 'a framework that shuts down',
      says: ['No shutdown clears the `setInterval` in main.ts, so it goes on working while the service shuts down.'],
      files: ts`
        import { NestFactory } from '@nestjs/core';
        import { Injectable, Module, OnModuleDestroy } from '@nestjs/common';
        @Injectable()
        export class Cache implements OnModuleDestroy {
          async onModuleDestroy() { await this.flush(); }
          async flush() {}
        }
        @Module({ providers: [Cache] })
        class AppModule {}
        setInterval(() => console.log('ok'), 1000); // ! repeating
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();
        await app.listen(3000);
      `,
    },
    {
      name: 'one of two listeners of the signal ends the process',
      says: [SERVED],
      files: js`
        import fs from 'node:fs/promises';
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        setInterval(() => console.log('ok'), 1000); // ! repeating
        process.on('SIGTERM', () => server.closeIdleConnections());
        process.on('SIGTERM', async () => {
          await fs.rm('/tmp/ready');
          server.close(() => process.exit(0));
        });
      `,
    },
    {
      name: 'none of two listeners of the signal ends the process',
      says: [HELD],
      files: js`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        setInterval(() => console.log('ok'), 1000); // ! repeating
        process.on('SIGTERM', () => server.closeIdleConnections());
        process.on('SIGTERM', () => server.close());
      `,
    },
    {
      name: 'the listener of another signal ends the process',
      says: [HELD],
      files: js`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        setInterval(() => console.log('ok'), 1000); // ! repeating
        process.on('SIGTERM', () => server.close());
        process.on('SIGINT', () => server.close(() => process.exit(0)));
      `,
    },
  ],
  silent: [
    {
      name: 'a timer that the listener beside the one that ends the process clears',
      files: js`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        const timer = setInterval(() => console.log('ok'), 1000);
        process.on('SIGTERM', () => clearInterval(timer));
        process.on('SIGTERM', () => server.close(() => process.exit(0)));
      `,
    },
  ],
});
