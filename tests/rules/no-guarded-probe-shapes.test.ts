import { cjs, js, table } from './table.js';

/** Guards in the ways of the frameworks. */
table('no-guarded-probe', {
  at: /^[\w.]+\(|^@\w+\(|^\w+\(/su,
  silent: [
    { name: 'hapi with auth off', files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      server.auth.default('jwt');
      server.route({ method: 'GET', path: '/healthz', options: { auth: false }, handler: () => 'ok' });
      await server.start();
    ` },
    { name: 'a Fastify scope of its own', files: js`
      import Fastify from 'fastify';
      import { authenticate } from './auth.js';
      const app = Fastify();
      app.register(async (api) => {
        api.addHook('onRequest', authenticate);
        api.get('/orders', async () => []);
      });
      app.get('/healthz', async () => 'ok');
      await app.listen({ port: 3000 });
    ` },
    { name: 'a probe that is mounted before the guard', files: {
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
    } },
    { name: 'body parsers, loggers and metrics', files: js`
      import express from 'express';
      import morgan from 'morgan';
      import promBundle from 'express-prom-bundle';
      const app = express();
      app.use(morgan('tiny'), express.urlencoded(), promBundle());
      app.use((req, res, next) => { res.setHeader('x', 'y'); next(); });
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    ` },
    { name: 'a route whose name has auth in it', files: js`
      import express from 'express';
      import { author } from './author.js';
      const app = express();
      app.use(author);
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    ` },
    { name: 'a guard in a branch that skips production', files: cjs`
      const express = require('express');
      const app = express();
      app.get('/health', (req, res) => res.send('ok'));
      if (process.env.AUTH) app.use(require('./auth'));
      app.listen(3000);
    ` },
  ],
});
