/** Applications whose guards and routes are put up in functions of their own. */
import { js, table } from './table.js';

table('no-guarded-probe', {
  at: /^\w[\w.]*\(/u,
  reports: [
    {
      name: 'a session store in the function that calls the one with the routes, in another module',
      files: {
        'src/main.js': `
        const express = require('express');
        const session = require('express-session');
        const router = require('./routes.js');
        function routes(app) {
          router.bind(app);
        }
        function initialise() {
          const app = express();
          app.use(session({ secret: 'x' }));
          routes(app);
          return app;
        }
        initialise().listen(3000);
      `,
        'src/routes.js': `
        const paths = { healthcheck: { path: '/healthcheck' } };
        module.exports.bind = function (app) {
          const { healthcheck } = paths;
          app.get(healthcheck.path, (req, res) => res.json({ ok: true })); // ! stored
        };
      `,
      },
      unrepaired: true,
    },
    {
      name: 'authentication that a function called before puts up',
      files: js`
      import express from 'express';
      import passport from 'passport';
      const app = express();
      secure(app);
      app.get('/health', (req, res) => res.send('ok')); // ! guarded
      app.listen(3000);
      function secure(server) {
        server.use(passport.authenticate('jwt'));
      }
    `,
      unrepaired: true,
    },
    {
      name: 'methods of a class',
      files: {
        'src/main.ts': `
        import express, { type Express } from 'express';
        import rateLimit from 'express-rate-limit';
        class Server {
          private readonly app: Express = express();
          constructor() {
            this.middleware();
            this.routes();
          }
          private middleware(): void {
            this.app.use(rateLimit({ max: 100 }));
          }
          private routes(): void {
            this.app.get('/healthz', (req, res) => res.send('ok')); // ! guarded
          }
          listen(): void {
            this.app.listen(3000);
          }
        }
        new Server().listen();
      `,
      },
      unrepaired: true,
    },
  ],
  silent: [
    {
      name: 'routes before the call that puts up sessions, and guards of another application',
      files: js`
      import express from 'express';
      import session from 'express-session';
      const app = express();
      const admin = express();
      live(app);
      secure(admin);
      ready(app);
      secure(app);
      app.listen(3000);
      admin.listen(3001);
      function live(server) {
        server.get('/healthz', (req, res) => res.send('ok'));
      }
      function ready(server) {
        server.get('/readyz', (req, res) => res.send('ok'));
      }
      function secure(server) {
        server.use(session({ secret: 'x' }));
      }
    `,
    },
    {
      name: 'routes of two applications, of which one has a guard',
      files: js`
      import express from 'express';
      import session from 'express-session';
      function routes(app) {
        app.get('/healthz', (req, res) => res.send('ok'));
      }
      const open = express();
      routes(open);
      open.listen(3000);
      const closed = express();
      closed.use(session({ secret: 'x' }));
      routes(closed);
      closed.listen(3001);
    `,
    },
    {
      name: 'a session store that probes pass by, in the function around',
      files: js`
      import express from 'express';
      import session from 'express-session';
      function excludingPaths(paths, middleware) {
        return (req, res, next) => (paths.includes(req.url) ? next() : middleware(req, res, next));
      }
      function routes(app) {
        app.get('/healthcheck', (req, res) => res.send('ok'));
      }
      function start() {
        const app = express();
        app.use(excludingPaths(['/healthcheck'], session({ secret: 'x' })));
        routes(app);
        app.listen(3000);
      }
      start();
    `,
    },
    {
      name: 'a function that only returns what guards',
      files: js`
      import express from 'express';
      import session from 'express-session';
      const app = express();
      const guard = sessions(app);
      app.get('/healthz', (req, res) => res.send('ok'));
      app.use(guard);
      app.listen(3000);
      function sessions(server) {
        server.set('trust proxy', 1);
        return session({ secret: 'x' });
      }
    `,
    },
  ],
});
