import { cjs, js, table, ts } from './table.js';

table('no-guarded-probe', {
  silent: [
    {
      name: 'a probe before the guard',
      files: js`
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const app = express();
      app.get('/healthz', (req, res) => res.send('ok'));
      app.use(rateLimit({ max: 100 }));
      app.get('/orders', (req, res) => res.json([]));
      app.listen(3000);
    `,
    },
    {
      name: 'unless',
      files: cjs`
      const express = require('express');
      const { expressjwt } = require('express-jwt');
      const app = express();
      app.use(expressjwt({ secret: 'x', algorithms: ['HS256'] }).unless({ path: ['/health'] }));
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'skip',
      files: js`
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const app = express();
      app.use(rateLimit({ max: 100, skip: (req) => req.path === '/health' }));
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a guard that lets paths through',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { authenticate } from './auth';
        const app = express();
        app.use(authenticate);
        app.get('/health', (req, res) => { res.send('ok'); });
        app.listen(3000);
      `,
        'src/auth.ts': `
        import type { NextFunction, Request, Response } from 'express';
        export function authenticate(req: Request, res: Response, next: NextFunction): void {
          if (req.path === '/health' || req.headers.authorization) next();
          else res.sendStatus(401);
        }
      `,
      },
    },
    {
      name: 'a page for people, beside the probe',
      files: js`
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const admin = express.Router();
      admin.use(rateLimit({ windowMs: 60_000, max: 100 }));
      admin.get('/health', (req, res) => res.send('ok'));
      const app = express();
      app.get('/healthz', (req, res) => res.send('ok'));
      app.use('/admin', admin);
      app.listen(3000);
    `,
    },
    {
      name: 'a guard of another prefix',
      files: js`
      import express from 'express';
      import { requireAuth } from './auth.js';
      const app = express();
      app.use('/api', requireAuth);
      app.get('/healthz', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a guard of another router',
      files: js`
      import express, { Router } from 'express';
      import session from 'express-session';
      const api = Router();
      api.use(session({ secret: 'x' }));
      const app = express();
      app.use('/api', api);
      app.get('/ready', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a session store that keeps no empty sessions',
      files: js`
      import session from 'express-session';
      import express from 'express';
      const app = express();
      app.use(session({ secret: 'x', resave: false, saveUninitialized: false }));
      app.get('/ready', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a session store of which the settings are not seen',
      files: js`
      import config from 'some-config';
      import session from 'express-session';
      import express from 'express';
      const app = express();
      app.use(session(config.session));
      app.get('/ready', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'sessions that live in cookies',
      files: js`
      import cookieSession from 'cookie-session';
      import express from 'express';
      const app = express();
      app.use(cookieSession({ secret: 'x' }));
      app.get('/ready', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'harmless middleware',
      files: js`
      import cors from 'cors';
      import express from 'express';
      import helmet from 'helmet';
      const app = express();
      app.use(helmet());
      app.use(cors());
      app.use(express.json());
      app.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a guard of another server',
      files: js`
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const app = express();
      const probes = express();
      app.use(rateLimit({ max: 100 }));
      probes.get('/health', (req, res) => res.send('ok'));
      app.listen(3000);
      probes.listen(9090);
    `,
    },
    {
      name: 'a guarded route that is no probe',
      files: js`
      import express from 'express';
      import passport from 'passport';
      const app = express();
      app.get('/orders/:id/status', passport.authenticate('jwt'), (req, res) => res.send('ok'));
      app.get('/profile', passport.authenticate('jwt'), (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a public route of Nest',
      files: ts`
      import { Controller, Get, UseGuards } from '@nestjs/common';
      import { AuthGuard } from '@nestjs/passport';
      import { Public } from './public.decorator';
      @Controller()
      @UseGuards(AuthGuard('jwt'))
      export class AppController {
        @Public()
        @Get('health')
        health(): string { return 'ok'; }
        @Get('orders')
        orders(): string[] { return []; }
      }
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import express from 'express';
      import rateLimit from 'express-rate-limit';
      const app = express();
      app.use(rateLimit({ max: 100 }));
      app.get('/healthz', (req, res) => res.send('ok'));
      app.listen(0);
    `,
      },
    },
  ],
});
