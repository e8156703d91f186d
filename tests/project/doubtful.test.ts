/** What may never be opened, or never take work. */
import { js, table, ts } from '../rules/table.js';

table('no-unclosed-resource', {
  at: /kafka\.admin|new Redis|new pg\.Pool|createServer|new Server/u,
  reports: [
    {
      name: 'a client that is made where none is cached',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = globalThis.redis ?? new Redis(); // ! unclosed
      const server = http.createServer((req, res) => redis.get('a', () => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close(() => console.log('closed')));
    `,
    },
    {
      name: 'a factory that is given options',
      unrepaired: true,
      files: {
        'src/redis.js': `
        import Redis from 'ioredis';
        export function createRedis(options) {
          if (typeof options === 'string') return new Redis(options); // ! unclosed
          return new Redis({ ...options, lazyConnect: true }); // ! unclosed
        }
      `,
        'src/main.js': `
        import http from 'node:http';
        import { createRedis } from './redis.js';
        const redis = createRedis({ host: 'cache' });
        const server = http.createServer((req, res) => redis.get('a', () => res.end())).listen(3000);
        process.on('SIGTERM', () => server.close(() => console.log('closed')));
      `,
      },
    },
    {
      name: 'a server that is started by a condition',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const metrics = http.createServer((req, res) => res.end('up 1')); // ! unclosed
      if (process.env.METRICS_PORT) metrics.listen(process.env.METRICS_PORT);
      process.on('SIGTERM', () => server.close(() => console.log('closed')));
    `,
    },
  ],
  silent: [
    {
      name: 'a factory that gives back what it gets',
      files: {
        'src/redis.ts': `
        import { Redis, type RedisOptions } from 'ioredis';
        export function createRedis(options: Redis | RedisOptions | string): Redis {
          if (typeof options === 'string') {
            return new Redis(options);
          }
          return 'on' in options ? options : new Redis(options);
        }
      `,
        'src/main.ts': `
        import http from 'node:http';
        import { Redis } from 'ioredis';
        import { createRedis } from './redis';
        const own = new Redis();
        const redis = createRedis(own);
        const server = http.createServer((req, res) => { void redis.get('a').then((text) => res.end(text)); }).listen(3000);
        process.on('SIGTERM', () => server.close(() => { void own.quit(); }));
      `,
      },
    },
    {
      name: 'a class that takes a client, or makes one',
      files: {
        'src/cache.ts': `
        import { Redis } from 'ioredis';
        export class Cache {
          private readonly redis: Redis;
          constructor(options: { redis?: Redis }) { this.redis = options.redis ?? new Redis(); }
          get(key: string): Promise<string | null> { return this.redis.get(key); }
        }
      `,
        'src/main.ts': `
        import http from 'node:http';
        import { Redis } from 'ioredis';
        import { Cache } from './cache';
        const redis = new Redis();
        const cache = new Cache({ redis });
        const server = http.createServer((req, res) => { void cache.get('a').then((text) => res.end(text)); }).listen(3000);
        process.on('SIGTERM', () => server.close(() => { void redis.quit(); }));
      `,
      },
    },
    {
      name: 'an application that only writes its schema',
      files: ts`
      import { Module } from '@nestjs/common';
      import { NestFactory } from '@nestjs/core';
      @Module({})
      class AppModule {}
      @Module({})
      class SchemaModule {}
      async function writeSchema(): Promise<void> {
        const app = await NestFactory.create(SchemaModule);
        await app.init();
      }
      async function bootstrap(): Promise<void> {
        const app = await NestFactory.create(AppModule);
        await app.listen(3000);
        process.on('SIGTERM', () => { void app.close().then(() => process.exit(0)); });
      }
      if (process.env['SCHEMA']) void writeSchema();
      else void bootstrap();
    `,
    },
    {
      name: 'a server that is never started',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      export const metrics = http.createServer((req, res) => res.end('up 1'));
      process.on('SIGTERM', () => server.close(() => console.log('closed')));
    `,
    },
    {
      name: 'an admin client of a package that two services share, in the one that does not connect it',
      files: {
        'package.json': JSON.stringify({
          name: 'svc',
          private: true,
          scripts: { start: 'node src/main.js', topics: 'node src/topics.js' },
        }),
        'src/kafka.js': `
        import { Kafka } from 'kafkajs';
        const kafka = new Kafka({ brokers: [] });
        export const admin = kafka.admin();
        export const consumer = kafka.consumer({ groupId: 'orders' });
      `,
        'src/topics.js': `
        import http from 'node:http';
        import { admin } from './kafka.js';
        http.createServer(async (req, res) => res.end(String(await admin.listTopics()))).listen(3001);
      `,
        'src/main.js': `
        import { consumer } from './kafka.js';
        process.once('SIGTERM', async () => {
          await consumer.disconnect();
        });
        await consumer.connect();
        await consumer.run({ eachMessage: async () => {} });
      `,
      },
    },
  ],
});
