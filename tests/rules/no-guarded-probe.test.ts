import { cjs, js, table } from './table.js';

table('no-guarded-probe', {
  at: /^\w[\w.]*\(|^@\w+\(/u,
  reports: [
    {
      name: 'a rate limit before it',
      files: js`
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const app = express();
      app.use(rateLimit({ windowMs: 60_000, max: 100 }));
      app.get('/healthz', (req, res) => res.send('ok')); // ! guarded
      app.listen(3000);
    `,
    },
    {
      name: 'a session store, CommonJS',
      files: cjs`
      const express = require('express');
      const session = require('express-session');
      const app = express();
      app.use(session({ secret: 'x' }));
      app.get('/ready', (req, res) => res.send('ok')); // ! stored
      app.listen(3000);
    `,
      says: [
        'The probe `/ready` runs through a session store (`session`), so each probe makes a session, and an outage of the store is one of the service.',
      ],
    },
    {
      name: 'a session store that keeps what is empty, by a name of its own',
      files: js`
      import session from 'express-session';
      import RedisStore from 'connect-redis';
      import express from 'express';
      import { client } from 'some-client';
      const sessionMiddleware = session({ secret: 'x', saveUninitialized: true, store: new RedisStore({ client }) });
      const app = express();
      app.use(sessionMiddleware);
      app.get('/ready', (req, res) => res.send('ok')); // ! stored
      app.listen(3000);
    `,
    },
    {
      name: 'authentication of its own',
      files: js`
      import express from 'express';
      import passport from 'passport';
      const app = express();
      app.get('/health', passport.authenticate('jwt'), (req, res) => res.send('ok')); // ! guarded
      app.listen(3000);
    `,
    },
    {
      name: 'authentication of another module',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { requireAuth } from './auth';
        const app = express();
        app.use(requireAuth);
        app.get('/livez', (req, res) => { res.send('ok'); }); // ! guarded
        app.listen(3000);
      `,
        'src/auth.ts': `
        import type { NextFunction, Request, Response } from 'express';
        export function requireAuth(req: Request, res: Response, next: NextFunction): void {
          if (req.headers.authorization) next();
          else res.sendStatus(401);
        }
      `,
      },
    },
    {
      name: 'a guard of the router',
      files: {
        'src/main.js': `
        import express from 'express';
        import { health } from './health.js';
        const app = express();
        app.use('/health', health);
        app.listen(3000);
      `,
        'src/health.js': `
        import { Router } from 'express';
        import jwt from 'express-jwt';
        export const health = Router();
        health.use(jwt({ secret: 'x', algorithms: ['HS256'] }));
        health.get('/live', (req, res) => res.send('ok')); // ! guarded
      `,
      },
    },
    {
      name: 'a page for people, and no probe of that kind beside it',
      files: js`
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const admin = express.Router();
      admin.use(rateLimit({ windowMs: 60_000, max: 100 }));
      admin.get('/health', (req, res) => res.send('ok')); // ! guarded
      const app = express();
      app.get('/livez', (req, res) => res.send('ok'));
      app.use('/admin', admin);
      app.listen(3000);
    `,
    },
    {
      name: 'a prefix that has the probe below it',
      files: js`
      import express from 'express';
      import { authenticate } from './auth.js';
      const app = express();
      app.use('/internal', authenticate);
      app.get('/internal/readyz', (req, res) => res.send('ok')); // ! guarded
      app.listen(3000);
    `,
    },
    {
      name: 'a preStop path that is set',
      manifest: {},
      files: js`
      import basicAuth from 'express-basic-auth';
      import express from 'express';
      const app = express();
      const admin = basicAuth({ users: { a: 'b' } });
      app.get('/status', basicAuth({ users: { a: 'b' } }), (req, res) => res.send('ok')); // ! guarded
      app.get('/admin', admin, (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'Koa',
      files: js`
      import Koa from 'koa';
      import Router from '@koa/router';
      import jwt from 'koa-jwt';
      const router = new Router();
      router.use(jwt({ secret: 'x' }));
      router.get('/readyz', (ctx) => { ctx.body = 'ok'; }); // ! guarded
      new Koa().use(router.routes()).listen(3000);
    `,
    },
  ],
});
