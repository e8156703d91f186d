import { cjs, js, table } from './table.js';

/** Guards in the ways of the frameworks. */
table('no-guarded-probe', {
  at: /^[\w.]+\(|^@\w+\(|^\w+\(/su,
  silent: [
    {
      name: 'a router that is called like a guard',
      files: js`
      import express from 'express';
      const app = express();
      const auth = express.Router();
      auth.post('/login', (req, res) => res.send('ok'));
      app.use(auth);
      app.get('/healthz', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'hapi with a strategy of its own',
      files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      server.auth.default('jwt');
      server.route({ method: 'GET', path: '/healthz', options: { auth: false }, handler: () => 'ok' });
      await server.start();
    `,
    },
    {
      name: 'a public method of a guarded class of Nest',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        void NestFactory.create(AppModule).then((app) => app.listen(3000));
      `,
        'src/app.module.ts': `
        import { Controller, Get, Module, UseGuards } from '@nestjs/common';
        import { JwtAuthGuard } from './jwt-auth.guard';
        import { Public } from './public';
        @Controller()
        @UseGuards(JwtAuthGuard)
        export class AppController {
          @Public()
          @Get('healthz')
          health(): string { return 'ok'; }
        }
        @Module({ controllers: [AppController] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'hapi with auth off',
      files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      server.auth.default('jwt');
      server.route({ method: 'GET', path: '/healthz', options: { auth: false }, handler: () => 'ok' });
      await server.start();
    `,
    },
    {
      name: 'a Fastify scope of its own',
      files: js`
      import Fastify from 'fastify';
      import { authenticate } from './auth.js';
      const app = Fastify();
      app.register(async (api) => {
        api.addHook('onRequest', authenticate);
        api.get('/orders', async () => []);
      });
      app.get('/healthz', async () => 'ok');
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a probe that is mounted before the guard',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { health } from './health';
        import { requireAuth } from './auth';
        const app = express();
        app.use(health);
        app.use(requireAuth);
        app.listen(3000);
      `,
        'src/health.ts': `
        import { Router } from 'express';
        export const health = Router();
        health.get('/healthz', (req, res) => { res.send('ok'); });
      `,
        'src/auth.ts': `
        import type { RequestHandler } from 'express';
        export const requireAuth: RequestHandler = (req, res, next) => { if (req.headers.authorization) next(); else res.sendStatus(401); };
      `,
      },
    },
    {
      name: 'body parsers, loggers and metrics',
      files: js`
      import express from 'express';
      import morgan from 'morgan';
      import promBundle from 'express-prom-bundle';
      const app = express();
      app.use(morgan('tiny'), express.urlencoded(), promBundle());
      app.use((req, res, next) => { res.setHeader('x', 'y'); next(); });
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a route whose name has auth in it',
      files: js`
      import express from 'express';
      import { author } from './author.js';
      const app = express();
      app.use(author);
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a guard in a branch that skips production',
      files: cjs`
      const express = require('express');
      const app = express();
      app.get('/health', (req, res) => res.send('ok'));
      if (process.env.AUTH) app.use(require('./auth'));
      app.listen(3000);
    `,
    },
  ],
  reports: [
    {
      name: 'a Fastify hook that comes later, and a scope inside',
      files: js`
      import Fastify from 'fastify';
      import { verifyToken } from './auth.js';
      const app = Fastify();
      app.get('/healthz', async () => 'ok'); // ! guarded
      app.register(async (probes) => {
        probes.get('/readyz', async () => 'ok'); // ! guarded
      });
      app.addHook('preHandler', verifyToken);
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a guard of a class with other methods, and one of a method',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        void NestFactory.create(AppModule).then((app) => app.listen(3000));
      `,
        'src/app.module.ts': `
        import { Controller, Get, Module, UseGuards } from '@nestjs/common';
        import { JwtAuthGuard } from './jwt-auth.guard';
        @UseGuards(JwtAuthGuard)
        @Controller()
        export class AppController {
          @Get('healthz') // ! guarded
          health(): string { return 'ok'; }
          @Get('orders')
          orders(): string { return '[]'; }
        }
        @Controller('health')
        export class HealthController {
          @UseGuards(JwtAuthGuard)
          @Get('ready') // ! guarded
          ready(): string { return 'ok'; }
        }
        @Module({ controllers: [AppController, HealthController] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'a guard of a class controller of Nest',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        void NestFactory.create(AppModule).then((app) => app.listen(3000));
      `,
        'src/app.module.ts': `
        import { Controller, Get, Module, UseGuards } from '@nestjs/common';
        import { AuthGuard } from '@nestjs/passport';
        @Controller('health')
        @UseGuards(AuthGuard('jwt'))
        export class HealthController {
          @Get('ready') // ! guarded
          ready(): string { return 'ok'; }
        }
        @Module({ controllers: [HealthController] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'a Fastify preHandler',
      files: js`
      import Fastify from 'fastify';
      import { authenticate } from './auth.js';
      const app = Fastify();
      app.get('/readyz', { preHandler: authenticate }, async () => 'ok'); // ! guarded
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a Fastify hook for all routes',
      files: js`
      import Fastify from 'fastify';
      import { verifyToken } from './auth.js';
      const app = Fastify();
      app.addHook('onRequest', verifyToken);
      app.get('/healthz', async () => 'ok'); // ! guarded
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a probe inside a guarded router',
      files: cjs`
      const express = require('express');
      const { requireAuth } = require('./auth');
      const app = express();
      const internal = express.Router();
      internal.get('/ready', (req, res) => res.send('ok')); // ! guarded
      app.use('/internal', requireAuth, internal);
      app.listen(3000);
    `,
    },
    {
      name: 'hapi with a default strategy',
      files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      server.auth.default('jwt');
      server.route({ method: 'GET', path: '/healthz', handler: () => 'ok' }); // ! guarded
      await server.start();
    `,
    },
  ],
});
