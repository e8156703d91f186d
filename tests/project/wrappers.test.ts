/** What a wrapper or a helper is given by one caller is no matter of the others. */
import { table } from '../rules/table.js';

const catchAsync = `
  const catchAsync = (fn) => (req, res, next) => {
    Promise.resolve(fn(req, res, next)).catch(next);
  };
  module.exports = catchAsync;
`;

table('no-blocking-probe', {
  at: /query|readFileSync/u,
  reports: [
    {
      name: 'what the wrapped handler of the probe asks, in the handler itself',
      manifest: { type: 'commonjs' },
      files: {
        'src/catchAsync.js': catchAsync,
        'src/app.js': `
        const express = require('express');
        const { Pool } = require('pg');
        const catchAsync = require('./catchAsync');
        const pool = new Pool();
        const app = express();
        app.get('/users', catchAsync(async (req, res) => res.json(await pool.query('select 1'))));
        app.get('/livez', catchAsync(async (req, res) => res.json(await pool.query('select 2')))); // ! liveness
        app.listen(3000);
      `,
      },
    },
    {
      name: 'a wrapper with arguments of its own, given a method',
      files: {
        'src/wrap.js': `
        import fs from 'node:fs';
        export function audited(level) {
          return function (handler) {
            return async function (req, res, next) {
              if (level > 1) console.log(req.url);
              try {
                await handler.call(this, req, res);
              } catch (error) {
                fs.appendFile('audit.log', String(error), next);
              }
            };
          };
        }
      `,
        'src/main.js': `
        import express from 'express';
        import fs from 'node:fs';
        import { audited } from './wrap.js';
        const controller = {
          home: (req, res) => res.send(fs.readFileSync('home.html')),
          live: (req, res) => res.send('ok'),
          ready: (req, res) => res.send(fs.readFileSync('state.json')), // ! sync
        };
        const app = express();
        const loud = audited(2);
        app.get('/', loud(controller.home));
        app.get('/livez', loud(controller.live));
        app.get('/readyz', audited(1)(controller.ready));
        app.listen(3000);
      `,
      },
    },
    {
      name: 'what the wrapper does itself',
      files: {
        'src/wrap.js': `
        import fs from 'node:fs';
        export const wrap = (fn) => (req, res, next) => {
          if (fs.readFileSync('maintenance') === 'on') return res.sendStatus(503); // ! sync
          return fn(req, res, next);
        };
      `,
        'src/main.js': `
        import express from 'express';
        import { wrap } from './wrap.js';
        const app = express();
        app.get('/', wrap((req, res) => res.send('home')));
        app.get('/livez', wrap((req, res) => res.send('ok')));
        app.listen(3000);
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a probe behind the wrapper that other handlers share',
      manifest: { type: 'commonjs' },
      files: {
        'src/catchAsync.js': catchAsync,
        'src/app.js': `
        const express = require('express');
        const { Pool } = require('pg');
        const catchAsync = require('./catchAsync');
        const pool = new Pool();
        const app = express();
        app.get('/users', catchAsync(async (req, res) => res.json(await pool.query('select 1'))));
        app.get('/livez', catchAsync(async (req, res) => res.send('ok')));
        app.listen(3000);
      `,
      },
    },
    {
      name: 'a wrapped handler that is exported, and a helper with a callback that both use',
      files: {
        'src/work.js': `
        import fs from 'node:fs';
        export const wrap = (fn) => (...args) => fn(...args).catch(args[2]);
        export const timed = async (work) => {
          setTimeout(() => console.log('slow'), 1000).unref();
          return work();
        };
        export const page = wrap(async (req, res) => timed(() => res.send(fs.readFileSync('page.html'))));
        export const live = wrap(async (req, res) => timed(() => res.send('ok')));
      `,
        'src/main.js': `
        import express from 'express';
        import { live, page } from './work.js';
        const app = express();
        app.get('/', page);
        app.get('/livez', live);
        app.listen(3000);
      `,
      },
    },
  ],
});

table('no-process-exit-in-handler', {
  at: /process\.exit/u,
  reports: [
    {
      name: 'an exit that the handler passes to a helper',
      files: {
        'src/drain.js': `
        export function startDrain(rate, callback) {
          const timer = setInterval(() => {
            clearInterval(timer);
            if (callback) callback();
          }, rate);
        }
      `,
        'src/main.js': `
        import express from 'express';
        import { startDrain } from './drain.js';
        const app = express();
        app.post('/restart', (req, res) => {
          startDrain(4, () => process.exit(1)); // ! work
          res.end();
        });
        const server = app.listen(3000);
        process.on('SIGTERM', () => server.close(() => startDrain(1)));
      `,
      },
    },
  ],
  silent: [
    {
      name: 'an exit that only the shutdown passes to the helper',
      files: {
        'src/drain.js': `
        export function startDrain(rate, callback) {
          const timer = setInterval(() => {
            clearInterval(timer);
            if (callback) callback();
          }, rate);
        }
      `,
        'src/main.js': `
        import express from 'express';
        import { startDrain } from './drain.js';
        const app = express();
        app.post('/drain', (req, res) => {
          startDrain(4);
          res.end();
        });
        const server = app.listen(3000);
        process.on('SIGTERM', () => server.close(() => startDrain(1, () => process.exit(0))));
      `,
      },
    },
    {
      name: 'process.exit itself, which only crash listeners pass to the helper',
      files: {
        'src/crash.js': `
        export function answerCrash({ error, res, callback }) {
          console.error(error);
          res?.end();
          if (callback) callback();
        }
      `,
        'src/main.js': `
        import express from 'express';
        import { answerCrash } from './crash.js';
        const end = process.exit.bind(process, 16);
        const app = express();
        app.get('/', (req, res) => answerCrash({ error: new Error('no'), res }));
        const server = app.listen(3000);
        process.on('uncaughtException', (error) => answerCrash({ error, callback: end }));
        process.on('SIGTERM', () => server.close(() => process.exit(0)));
      `,
      },
    },
  ],
});
