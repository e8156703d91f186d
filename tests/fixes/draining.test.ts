import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('require-draining-readiness', [
  {
    name: 'a branch on the URL',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => {
          if (req.url === '/readyz') {
            res.end('ok');
            return;
          }
          res.end('hello');
        }).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          setTimeout(() => server.close(() => process.exit(0)), 3000);
        });
      `,
    },
    suggestion: 'flag',
    after: code`
      import http from 'node:http';
      let isDraining = false;

      const server = http.createServer((req, res) => {
        if (req.url === '/readyz') {
          if (isDraining) return void res.writeHead(503).end();
          res.end('ok');
          return;
        }
        res.end('hello');
      }).listen(3000);
      process.once('SIGTERM', () => {
        isDraining = true;
        setTimeout(() => process.exit(1), 10_000).unref();
        setTimeout(() => server.close(() => process.exit(0)), 3000);
      });
    `,
  },
  {
    name: 'Express',
    files: {
      'main.js': code`
        import express from 'express';
        const app = express();
        app.get('/readyz', (req, res) => res.send('ok'));
        const server = app.listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          setTimeout(() => server.close(() => process.exit(0)), 3000);
        });
      `,
    },
    suggestion: 'flag',
    after: code`
      import express from 'express';
      const app = express();
      let isDraining = false;

      app.get('/readyz', (req, res) => {
        if (isDraining) return res.status(503).send();
        return res.send('ok');
      });
      const server = app.listen(3000);
      process.once('SIGTERM', () => {
        isDraining = true;
        setTimeout(() => process.exit(1), 10_000).unref();
        setTimeout(() => server.close(() => process.exit(0)), 3000);
      });
    `,
  },
  {
    name: 'Fastify, without parameters',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        const app = Fastify();
        app.get('/readyz', async () => 'ok');
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          setTimeout(() => app.close(), 3000);
        });
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'flag',
    after: code`
      import Fastify from 'fastify';
      const app = Fastify();
      let isDraining = false;

      app.get('/readyz', async (_request, reply) => {
        if (isDraining) return reply.code(503).send();
        return 'ok';
      });
      process.once('SIGTERM', async () => {
        isDraining = true;
        setTimeout(() => process.exit(1), 10_000).unref();
        setTimeout(() => app.close(), 3000);
      });
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'Koa',
    files: {
      'main.js': code`
        import Koa from 'koa';
        import Router from '@koa/router';
        const app = new Koa();
        const router = new Router();
        router.get('/readyz', (ctx) => { ctx.body = 'ok'; });
        app.use(router.routes());
        const server = app.listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          setTimeout(() => server.close(() => process.exit(0)), 3000);
        });
      `,
    },
    suggestion: 'flag',
    after: code`
      import Koa from 'koa';
      import Router from '@koa/router';
      const app = new Koa();
      const router = new Router();
      let isDraining = false;

      router.get('/readyz', (ctx) => {
        if (isDraining) return void (ctx.status = 503);
        ctx.body = 'ok';
      });
      app.use(router.routes());
      const server = app.listen(3000);
      process.once('SIGTERM', () => {
        isDraining = true;
        setTimeout(() => process.exit(1), 10_000).unref();
        setTimeout(() => server.close(() => process.exit(0)), 3000);
      });
    `,
  },
  {
    name: 'a probe beside the shutdown of another module',
    files: {
      'src/main.js': code`
        import express from 'express';
        import { health } from './health.js';
        const app = express();
        app.use(health);
        const server = app.listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          setTimeout(() => server.close(() => process.exit(0)), 3000);
        });
      `,
      'src/health.js': code`
        import { Router } from 'express';
        export const health = Router();
        health.get('/readyz', (req, res) => res.send('ok'));
      `,
    },
    suggestion: 'flag',
    after: code`
      import { Router } from 'express';
      export const health = Router();
      let isDraining = false;
      process.once('SIGTERM', () => {
        isDraining = true;
      });

      health.get('/readyz', (req, res) => {
        if (isDraining) return res.status(503).send();
        return res.send('ok');
      });
    `,
  },
  {
    name: 'Nest',
    files: {
      'src/main.ts': code`
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule);
          process.once('SIGTERM', () => setTimeout(() => void app.close(), 3000));
          await app.listen(3000);
        }
        void bootstrap();
      `,
      'src/app.module.ts': code`
        import { Controller, Get, Module } from '@nestjs/common';
        @Controller()
        export class HealthController {
          @Get('readyz')
          ready(): string {
            return 'ok';
          }
        }
        @Module({ controllers: [HealthController] })
        export class AppModule {}
      `,
    },
    suggestion: 'flag',
    after: code`
      import { Controller, Get, Module } from '@nestjs/common';
      import { ServiceUnavailableException } from '@nestjs/common';
      let isDraining = false;
      process.once('SIGTERM', () => {
        isDraining = true;
      });

      @Controller()
      export class HealthController {
        @Get('readyz')
        ready(): string {
          if (isDraining) throw new ServiceUnavailableException();
          return 'ok';
        }
      }
      @Module({ controllers: [HealthController] })
      export class AppModule {}
    `,
  },
]);
