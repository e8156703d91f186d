import { js, table, ts } from './table.js';

/** Routes that a helper or a loop registers: each path has its own handler. */
const listed = (code: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      const routes = [
        { path: '/orders', handler: async (req, res) => res.json(await pool.query('select * from orders')) },
        { path: '/ready', handler: (req, res) => res.send('ok') },
      ];${code}`,
});

table('no-blocking-probe', {
  reports: [
    {
      name: 'one of the routes that hapi is given in a list',
      files: js`
      import Hapi from '@hapi/hapi';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = Hapi.server({ port: 3000 });
      const ready = async () => {
        await pool.query('select 1'); // ! readiness
        return 'ok';
      };
      server.route([
        { method: 'GET', path: '/orders', handler: () => pool.query('select * from orders') },
        { method: 'GET', path: '/ready', handler: ready },
      ]);
      await server.start();
    `,
    },
    {
      name: 'a probe that a helper registers with a wrapper around its handler',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { createRoute } from './create-route.js';
        import { health } from './health.js';
        import { orders } from './orders.js';
        const app = express();
        createRoute(app, health);
        createRoute(app, orders);
        app.listen(3000);
      `,
        'src/create-route.ts': `
        import type { Express, NextFunction, Request, Response } from 'express';
        export const createRoute = (app: Express, route: any): void => {
          const safe = (req: Request, res: Response, next: NextFunction): void => {
            Promise.resolve(route.handler(req, res)).catch((error: unknown) => next(error));
          };
          app.get(route.path, route.validate, safe);
        };
      `,
        'src/health.ts': `
        import { pool } from './db.js';
        const path = '/health';
        export const health = {
          path,
          validate: (req, res, next) => next(),
          handler: async (req, res) => {
            await pool.query('select 1'); // ! readiness
            res.send('ok');
          },
        };
      `,
        'src/orders.ts': `
        import fs from 'node:fs';
        export const orders = {
          path: '/orders',
          validate: (req, res, next) => next(),
          handler: (req, res) => res.send(fs.readFileSync('orders.json')),
        };
      `,
        'src/db.ts': "import pg from 'pg';\nexport const pool = new pg.Pool();",
      },
    },
    {
      name: 'one of a list of routes',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      const routes = [
        { path: '/orders', handler: async (req, res) => res.json(await pool.query('select * from orders')) },
        {
          path: '/ready',
          handler: async (req, res) => {
            await pool.query('select 1'); // ! readiness
            res.send('ok');
          },
        },
      ];
      for (const { path, handler } of routes) app.get(path, handler);
      app.listen(3000);
    `,
    },
    {
      name: 'one of a list that is gone through with forEach',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      const orders = async (req, res) => res.json(await pool.query('select * from orders'));
      const ready = async (req, res) => {
        await pool.query('select 1'); // ! readiness
        res.send('ok');
      };
      [{ path: '/orders', handler: orders }, { path: '/ready', handler: ready }].forEach((route) => app.get(route.path, route.handler));
      app.listen(3000);
    `,
    },
    {
      name: 'one of two functions that a helper is given',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      const add = (url, handler) => app.route({ method: 'GET', url, handler });
      add('/orders', async () => pool.query('select * from orders'));
      add('/ready', async () => {
        await pool.query('select 1'); // ! readiness
        return 'ok';
      });
      await app.listen({ port: 3000 });
    `,
    },
  ],
  silent: [
    {
      name: 'what other routes of a helper do',
      files: {
        'src/main.ts': `
        import express from 'express';
        import pg from 'pg';
        import { createRoute } from './create-route.js';
        const pool = new pg.Pool();
        const app = express();
        const health = { path: '/health', handler: (req, res) => res.status(200).json({ status: 'ok' }) };
        const orders = { path: '/orders', handler: async (req, res) => res.json(await pool.query('select * from orders')) };
        createRoute(app, health);
        createRoute(app, orders);
        app.listen(3000);
      `,
        'src/create-route.ts': `
        import type { Express } from 'express';
        export function createRoute(app: Express, route: any): void {
          const safe = (req, res, next) => {
            Promise.resolve(route.handler(req, res)).catch((error: unknown) => next(error));
          };
          app.get(route.path, safe);
        }
      `,
      },
    },
    {
      name: 'what other functions do that the helper is given',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      function route(path, handler) {
        app.get(path, handler);
      }
      route('/healthz', (req, res) => res.send('ok'));
      route('/orders', async (req, res) => res.json(await pool.query('select * from orders')));
      app.listen(3000);
    `,
    },
    {
      name: 'what other routes of a list do',
      files: listed(`
      for (const route of routes) app.get(route.path, route.handler);
      app.listen(3000);
    `),
    },
    {
      name: 'what other routes of a list do, through a wrapper in the loop',
      files: listed(`
      routes.forEach((route) => {
        app.get(route.path, (req, res, next) => {
          Promise.resolve(route.handler(req, res)).catch(next);
        });
      });
      app.listen(3000);
    `),
    },
    {
      name: 'what other routes do of which each has a wrapper, in classes',
      files: ts`
      import express, { type Express, type Request, type Response } from 'express';
      import { Pool } from 'pg';
      const pool = new Pool();
      abstract class Api {
        constructor(protected readonly app: Express) {}
        protected get(path: string, handler: (req: Request, res: Response) => Promise<void>): void {
          this.app.get(path, async (req, res, next) => {
            await handler(req, res).catch(next);
          });
        }
      }
      class Orders extends Api {
        register(): void {
          this.get('/status', async (req, res) => void res.send('ok'));
          this.get('/orders', async (req, res) => void res.json(await pool.query('select * from orders')));
        }
      }
      const app = express();
      new Orders(app).register();
      app.listen(3000);
    `,
    },
  ],
});
