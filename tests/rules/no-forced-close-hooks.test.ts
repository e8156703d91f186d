/** Steps of a library's own shutdown: before or after its server has answered all. */
import { js, table, ts } from './table.js';

table('no-forced-close', {
  at: /^[\w.#]+\(/u,
  reports: [
    {
      name: 'a step before the server is closed',
      files: js`
      import { createServer } from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = createServer(async (request, response) => response.end(await redis.get('a')));
      createTerminus(server, { signals: ['SIGTERM'], timeout: 8000, beforeShutdown: async () => { redis.disconnect(); } }); // ! forced
      server.listen(3000);
    `,
    },
    {
      name: 'preShutdown of http-graceful-shutdown',
      files: js`
      import { createServer } from 'node:http';
      import gracefulShutdown from 'http-graceful-shutdown';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = createServer(async (request, response) => response.end(await redis.get('a')));
      server.listen(3000);
      gracefulShutdown(server, {
        preShutdown: async () => {
          redis.disconnect(); // ! forced
        },
      });
    `,
    },
    {
      name: 'a worker that is cut after the server has drained',
      files: js`
      import Fastify from 'fastify';
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async (job) => console.log(job.data));
      const app = Fastify();
      app.addHook('onClose', async () => {
        await worker.close(true); // ! forced
      });
      process.once('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
  ],
  silent: [
    {
      name: 'onSignal of terminus',
      files: js`
      import { createServer } from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = createServer(async (request, response) => response.end(await redis.get('a')));
      createTerminus(server, { signals: ['SIGTERM'], timeout: 8000, onSignal: async () => { redis.disconnect(); } });
      server.listen(3000);
    `,
    },
    {
      name: 'onShutdown and finally of http-graceful-shutdown',
      files: js`
      import { createServer } from 'node:http';
      import gracefulShutdown from 'http-graceful-shutdown';
      import Redis from 'ioredis';
      const redis = new Redis();
      const cache = new Redis();
      const server = createServer(async (request, response) => response.end(await redis.get((await cache.get('a')) ?? 'b')));
      server.listen(3000);
      gracefulShutdown(server, { timeout: 8000, onShutdown: async () => { redis.disconnect(); }, finally: () => cache.disconnect() });
    `,
    },
    {
      name: 'onClose of Fastify, in a plugin of another module',
      files: {
        'src/main.js': `
          import Fastify from 'fastify';
          import { redisPlugin } from './redis.js';
          const app = Fastify();
          app.register(redisPlugin);
          process.once('SIGTERM', () => void app.close());
          await app.listen({ port: 3000 });
        `,
        'src/redis.js': `
          import Redis from 'ioredis';
          import fp from 'fastify-plugin';
          export const redisPlugin = fp(async (app) => {
            const redis = new Redis();
            app.decorate('redis', redis);
            app.addHook('onClose', async () => redis.disconnect());
          });
        `,
      },
    },
    {
      name: 'onApplicationShutdown of Nest',
      files: ts`
      import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
      import { NestFactory } from '@nestjs/core';
      import Redis from 'ioredis';
      @Injectable()
      class Cache implements OnApplicationShutdown {
        private readonly redis = new Redis();
        onApplicationShutdown(): void { this.redis.disconnect(); }
      }
      @Module({ providers: [Cache] })
      class AppModule {}
      const app = await NestFactory.create(AppModule);
      app.enableShutdownHooks();
      await app.listen(3000);
    `,
    },
    {
      name: 'onPostStop of hapi',
      files: js`
      import Hapi from '@hapi/hapi';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = Hapi.server({ port: 3000 });
      server.route({ method: 'GET', path: '/', handler: () => redis.get('a') });
      server.ext('onPostStop', () => redis.disconnect());
      process.once('SIGTERM', () => void server.stop({ timeout: 8000 }));
      await server.start();
    `,
    },
  ],
});
