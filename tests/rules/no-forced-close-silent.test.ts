import { cjs, js, table, ts } from './table.js';

table('no-forced-close', {
  silent: [
    {
      name: 'a client of Redis that only subscribes',
      files: ts`
      import { createServer } from 'node:http';
      import Redis from 'ioredis';
      class PubSub {
        private redis: Redis | null = null;
        async start(): Promise<void> {
          this.redis = new Redis();
          await this.redis.subscribe('tasks');
          this.redis.on('message', (channel, message) => console.log(message));
        }
        async stop(): Promise<void> {
          await this.redis?.unsubscribe();
          this.redis?.disconnect();
          this.redis = null;
        }
      }
      const pubSub = new PubSub();
      await pubSub.start();
      const server = createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        await pubSub.stop();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a client of Redis that only waits for entries of a stream',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const abort = new AbortController();
      async function follow(client, signal) {
        const reader = client.duplicate();
        reader.on('error', (error) => console.error(error));
        signal.addEventListener('abort', () => reader.disconnect());
        while (!signal.aborted) {
          try {
            console.log(await reader.xread('BLOCK', 5000, 'STREAMS', 'jobs', '$'));
          } catch (error) {
            if (!signal.aborted) throw error;
          }
        }
      }
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        abort.abort();
        await new Promise((resolve) => server.close(resolve));
        await redis.quit();
        process.exit(0);
      });
      void follow(redis, abort.signal);
    `,
    },
    {
      name: 'the same of node-redis, in a consumer group, in a class',
      files: ts`
      import http from 'node:http';
      import { createClient } from 'redis';
      class Follower {
        private readonly reader = createClient();
        private isStopped = false;
        async start(): Promise<void> {
          await this.reader.connect();
          while (!this.isStopped) console.log(await this.reader.xReadGroup('group', 'me', { key: 'jobs', id: '>' }, { BLOCK: 5000 }));
        }
        stop(): void {
          this.isStopped = true;
          this.reader.destroy();
        }
      }
      const follower = new Follower();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        follower.stop();
        server.close(() => process.exit(0));
      });
      void follower.start();
    `,
    },
    {
      name: 'at the deadline',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        setTimeout(() => server.closeAllConnections(), 8000).unref();
      });
    `,
    },
    {
      name: 'idle connections',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        server.closeIdleConnections();
      });
    `,
    },
    {
      name: 'after a pause',
      files: js`
      import http from 'node:http';
      import { setTimeout as sleep } from 'node:timers/promises';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        server.close(() => process.exit(0));
        await sleep(8000);
        server.closeAllConnections();
      });
    `,
    },
    {
      name: 'after the drain',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        process.exit(0);
      });
    `,
    },
    {
      name: 'when the close failed',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        try {
          await worker.close();
        } catch {
          await worker.close(true);
        }
        process.exit(0);
      });
    `,
    },
    {
      name: 'after a race with the deadline',
      files: js`
      import { Worker } from 'bullmq';
      import { setTimeout as sleep } from 'node:timers/promises';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        const isClosed = await Promise.race([worker.close().then(() => true), sleep(8000, false)]);
        if (!isClosed) await worker.close(true);
        process.exit(0);
      });
    `,
    },
    {
      name: 'tryShutdown with a deadline',
      files: js`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {});
      process.on('SIGTERM', () => {
        const late = setTimeout(() => server.forceShutdown(), 8000);
        server.tryShutdown(() => { clearTimeout(late); });
      });
    `,
    },
    {
      name: 'a gentle close',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', async () => {
        await worker.close(false);
        process.exit(0);
      });
    `,
    },
    {
      name: 'sockets and streams of one request',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => {
        if (req.headers.host === undefined) req.destroy();
        res.on('error', () => res.destroy());
        res.end();
      }).listen(3000);
    `,
    },
    {
      name: 'something that merely has a method of that name',
      files: js`
      import http from 'node:http';
      const session = { destroy() {}, terminate() {} };
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        session.destroy();
        session.terminate();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a terminator that drains first',
      files: js`
      import http from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server });
      process.on('SIGTERM', () => void terminator.terminate().then(() => process.exit(0)));
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/server.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      export function close() { server.closeAllConnections(); server.close(); }
      process.on('SIGTERM', close);
    `,
      },
    },
  ],
});
