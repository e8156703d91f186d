import { cjs, js, table, ts } from './table.js';

table('no-unawaited-close', {
  at: /^[\w.#$]+\.(?:close|end|quit|stop|disconnect|shutdown|flush)\(|^(?:shutdown|closeAll|stopWorkers)\(/u,
  reports: [
    {
      name: 'the false await',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await server.close(); // ! false-await
        process.exit(0);
      });
    `,
    },
    {
      name: 'the false await on an application of Express, CommonJS',
      files: cjs`
      const express = require('express');
      const app = express();
      const listener = app.listen(3000);
      async function shutdown() {
        await listener.close(); // ! false-await
        console.log('closed');
      }
      process.on('SIGTERM', shutdown);
    `,
    },
    {
      name: 'a close that floats before the exit',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => {
        app.close(); // ! exit
        process.exit(0);
      });
    `,
    },
    {
      name: 'a field of a class that its own stop leaves floating',
      files: ts`
      import { Pool } from 'pg';
      export class Store {
        private readonly pool = new Pool();
        async stop(): Promise<void> {
          this.pool.end(); // ! end
        }
      }
    `,
    },
    {
      name: 'a private field and a false await',
      files: ts`
      import { createServer } from 'node:http';
      export class Api {
        readonly #server = createServer((req, res) => res.end());
        start(): void { this.#server.listen(3000); }
        async close(): Promise<void> {
          await this.#server.close(); // ! false-await
        }
      }
    `,
    },
    {
      name: 'a server that another module exports',
      files: {
        'src/main.js': `
        import { server } from './server.js';
        process.on('SIGTERM', async () => {
          await server.close(); // ! false-await
          process.exit(0);
        });
      `,
        'src/server.js': `
        import http from 'node:http';
        export const server = http.createServer((req, res) => res.end());
        server.listen(3000);
      `,
      },
    },
    {
      name: 'a parameter that is passed',
      files: {
        'src/main.ts': `
        import http from 'node:http';
        import { stopOn } from './stop';
        const server = http.createServer((req, res) => res.end());
        server.listen(3000);
        stopOn('SIGTERM', server);
      `,
        'src/stop.ts': `
        import type { Server } from 'node:http';
        export function stopOn(signal: NodeJS.Signals, it: Server): void {
          process.on(signal, async () => {
            await it.close(); // ! false-await
            process.exit(0);
          });
        }
      `,
      },
    },
    {
      name: 'an async shutdown of the project that floats',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      async function stopWorkers() {
        await worker.close();
      }
      process.on('SIGTERM', async () => {
        stopWorkers(); // ! exit
        process.exit(0);
      });
    `,
    },
    {
      name: 'resources in an array',
      files: js`
      import { Worker } from 'bullmq';
      const workers = [new Worker('mail', async () => {}), new Worker('sms', async () => {})];
      process.on('SIGTERM', async () => {
        for (const worker of workers) worker.close(); // ! exit
        process.exit(0);
      });
    `,
    },
    {
      name: 'a hook of a framework',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.addHook('onClose', async () => {
        pool.end(); // ! end
      });
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a life-cycle method of Nest',
      files: ts`
      import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
      import Redis from 'ioredis';
      @Injectable()
      export class Cache implements OnApplicationShutdown {
        private readonly redis = new Redis();
        async onApplicationShutdown(): Promise<void> {
          this.redis.quit(); // ! end
        }
      }
    `,
    },
    {
      name: 'a pool that is closed while the server drains',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        app.close(); // ! later-step
        await pool.end();
      });
    `,
    },
    {
      name: 'an aliased and destructured client',
      files: js`
      import http from 'node:http';
      import { createClient as connect } from 'redis';
      const { client } = { client: connect() };
      const server = http.createServer((req, res) => client.get('a').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => {
          client.quit(); // ! exit
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'telemetry that is not waited for',
      files: js`
      import { NodeSDK } from '@opentelemetry/sdk-node';
      import http from 'node:http';
      const sdk = new NodeSDK();
      sdk.start();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => {
          sdk.shutdown(); // ! exit
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'a promise chain that forgets to return',
      files: js`
      import Fastify from 'fastify';
      import mongoose from 'mongoose';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => {
        app.close()
          .then(() => {
            mongoose.connection.close(); // ! exit
          })
          .then(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the false await inside Promise.all',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', async () => {
        await Promise.all([server.close()]); // ! false-await
        await pool.end();
      });
    `,
    },
  ],
});
