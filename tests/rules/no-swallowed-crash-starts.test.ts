/** Starts of a service that fail. */
import { cjs, js, table, ts } from './table.js';

table('no-swallowed-crash', {
  reports: [
    {
      name: 'a catch clause that only logs',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const db = new pg.Pool();
      async function main() {
        try {
          await db.query('select 1');
          http.createServer((req, res) => res.end()).listen(3000);
        } catch (error) {
          console.error(error); // ! start-up
        }
      }
      main();
    `,
    },
    {
      name: 'a catch clause at the top of the module',
      files: js`
      import Fastify from 'fastify';
      import { logger } from './logger.js';
      const app = Fastify();
      try {
        await app.listen({ port: 3000 });
        logger.info('listening');
      } catch (error) {
        logger.fatal(error); // ! start-up
      }
    `,
    },
    {
      name: 'a catch clause that ends with code 0',
      files: ts`
      import { NestFactory } from '@nestjs/core';
      import { AppModule } from './app.module';
      const bootstrap = async (): Promise<void> => {
        try {
          const app = await NestFactory.create(AppModule);
          await app.listen(3000);
        } catch (error) {
          console.log(error);
          process.exit(); // ! start-up-clean
        }
      };
      void bootstrap();
    `,
    },
    {
      name: 'a rejection handler that ends with code 0',
      files: cjs`
      const http = require('node:http');
      async function start() {
        await fetch('http://config/');
        http.createServer((req, res) => res.end()).listen(3000);
      }
      start().catch((error) => {
        console.error(error);
        process.exit(0); // ! start-up-clean
      });
    `,
    },
    {
      name: 'a chain inside of a function',
      files: js`
      import http from 'node:http';
      import core from '@acme/core';
      function boot() {
        const server = http.createServer((req, res) => res.end());
        core.start()
          .then(() => server.listen(3000))
          .catch((error) => { // ! start-up
            console.error(error);
          });
      }
      boot();
    `,
    },
    {
      name: 'a class that starts',
      files: ts`
      import express from 'express';
      import mongoose from 'mongoose';
      class Application {
        async start(): Promise<void> {
          try {
            await mongoose.connect('mongodb://db');
            express().listen(3000);
          } catch (error) {
            console.error('cannot start', error); // ! start-up
          }
        }
      }
      void new Application().start();
    `,
    },
  ],
  silent: [
    {
      name: 'an exit with 1, a code, another throw, and a caller that is told',
      files: {
        'src/main.js': `
        import { one } from './one.js';
        import { two } from './two.js';
        import { three } from './three.js';
        one();
        two();
        if (!(await three())) process.exit(1);
      `,
        'src/one.js': `
        import http from 'node:http';
        export async function one() {
          try { await fetch('http://config/'); http.createServer((req, res) => res.end()).listen(3000); } catch (error) { console.error(error); process.exit(1); }
        }
      `,
        'src/two.js': `
        import http from 'node:http';
        export async function two() {
          try { await fetch('http://config/'); http.createServer((req, res) => res.end()).listen(3001); } catch (error) { process.exitCode = 1; }
        }
      `,
        'src/three.js': `
        import http from 'node:http';
        export async function three() {
          try { await fetch('http://config/'); http.createServer((req, res) => res.end()).listen(3002); return true; } catch (error) { return false; }
        }
      `,
      },
    },
    {
      name: 'a dependency that may be missing',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const db = new pg.Pool();
      try {
        await db.query('select 1');
      } catch (error) {
        console.error(error);
      }
      http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
    {
      name: 'another server beside the one that fails',
      files: js`
      import Fastify from 'fastify';
      import http from 'node:http';
      http.createServer((req, res) => res.end('ok')).listen(3000);
      const metrics = Fastify();
      try {
        await metrics.listen({ port: 9090 });
      } catch (error) {
        console.error(error);
      }
    `,
    },
    {
      name: 'a start that is tried again',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      for (;;) {
        try {
          await app.listen({ port: 3000 });
          break;
        } catch (error) {
          console.error(error);
        }
      }
    `,
    },
    {
      name: 'a handler that throws on, or closes',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      const start = async () => {
        try {
          await app.listen({ port: 3000 });
        } catch (error) {
          console.error(error);
          throw error;
        }
      };
      await start();
    `,
    },
    {
      name: 'a clause that tells somebody who is not seen',
      files: js`
      import Fastify from 'fastify';
      import { fail } from '@acme/life';
      const app = Fastify();
      try {
        await app.listen({ port: 3000 });
      } catch (error) {
        fail(error);
      }
    `,
    },
    {
      name: 'an exit behind the clause',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      async function main() {
        try {
          await app.listen({ port: 3000 });
          return;
        } catch (error) {
          console.error(error);
        }
        process.exit(1);
      }
      main();
    `,
    },
    {
      name: 'a request that starts something',
      files: js`
      import express from 'express';
      import { Worker } from 'bullmq';
      const app = express();
      app.post('/workers', async (req, res) => {
        try {
          const worker = new Worker('mail', async () => {});
          await worker.waitUntilReady();
        } catch (error) {
          console.error(error);
        }
        res.end();
      });
      app.listen(3000);
    `,
    },
  ],
});
