import { cjs, js, table, ts } from './table.js';

table('require-draining-readiness', {
  at: /^(?:async |function )*[\w(]/u,
  reports: [
    {
      name: 'always ready',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/readyz', (req, res) => res.send('ok')); // ! steady
      const server = app.listen(3000);
      process.on('SIGTERM', () => setTimeout(() => server.close(() => process.exit(0)), 5000));
    `,
    },
    {
      name: 'a flag that the handler does not read, CommonJS',
      files: cjs`
      const express = require('express');
      const app = express();
      let isDraining = false;
      app.get('/ready', (req, res) => res.sendStatus(200)); // ! steady
      app.get('/orders', (req, res) => res.json({ isDraining }));
      const server = app.listen(3000);
      process.on('SIGTERM', () => {
        isDraining = true;
        setTimeout(() => server.close(() => process.exit(0)), 5000);
      });
    `,
    },
    {
      name: 'a flag that the shutdown does not set',
      files: js`
      import express from 'express';
      const app = express();
      let isReady = false;
      app.get('/health/ready', (req, res) => { // ! steady
        res.sendStatus(isReady ? 200 : 503);
      });
      const server = app.listen(3000, () => { isReady = true; });
      process.on('SIGTERM', () => setTimeout(() => server.close(() => process.exit(0)), 5000));
    `,
    },
    {
      name: 'a named handler',
      files: js`
      import express from 'express';
      const app = express();
      function ready(req, res) { // ! steady
        res.send('ok');
      }
      app.get('/readiness', ready);
      const server = app.listen(3000);
      for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => setTimeout(() => server.close(() => process.exit(0)), 5000));
    `,
    },
    {
      name: 'an answer of the database',
      files: ts`
      import express from 'express';
      import { Pool } from 'pg';
      const pool = new Pool({ query_timeout: 500 });
      const app = express();
      app.get('/readyz', async (req, res) => { // ! steady
        await pool.query('select 1');
        res.send('ok');
      });
      const server = app.listen(3000);
      process.on('SIGTERM', () => setTimeout(() => server.close(() => void pool.end().then(() => process.exit(0))), 5000));
    `,
    },
    {
      name: 'a pause that is awaited',
      files: js`
      import { setTimeout as sleep } from 'node:timers/promises';
      import express from 'express';
      const app = express();
      app.get('/health/readiness', (req, res) => res.json({ status: 'up' })); // ! steady
      const server = app.listen(3000);
      async function shutdown() {
        await sleep(5000);
        server.close(() => process.exit(0));
      }
      process.on('SIGTERM', () => void shutdown());
    `,
    },
    {
      name: 'a probe server that goes on',
      files: ts`
      import express from 'express';
      const probes = express();
      probes.get('/ready', (req, res) => { res.send('ok'); }); // ! steady
      const app = express();
      const server = app.listen(3000);
      const health = probes.listen(9090);
      process.on('SIGTERM', () => {
        server.close(() => health.close(() => process.exit(0)));
      });
    `,
    },
    {
      name: 'an async handler',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      const app = express();
      app.get('/readyz', async (req, res) => { // ! steady
        res.sendStatus(mongoose.connection.readyState === 1 ? 200 : 503);
      });
      const server = app.listen(3000);
      process.on('SIGTERM', () => setTimeout(() => {
        server.close(() => process.exit(0));
      }, 5000));
    `,
    },
  ],
  silent: [
    {
      name: 'a flag',
      files: js`
      import express from 'express';
      const app = express();
      let isDraining = false;
      app.get('/readyz', (req, res) => res.sendStatus(isDraining ? 503 : 200));
      const server = app.listen(3000);
      process.on('SIGTERM', () => {
        isDraining = true;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a state of another module',
      files: {
        'src/main.js': `
        import express from 'express';
        import { isReady, stop } from './state.js';
        const app = express();
        app.get('/ready', (req, res) => res.sendStatus(isReady() ? 200 : 503));
        const server = app.listen(3000);
        process.on('SIGTERM', () => { stop(); server.close(() => process.exit(0)); });
      `,
        'src/state.js': `
        let state = 'ready';
        export const isReady = () => state === 'ready';
        export const stop = () => { state = 'draining'; };
      `,
      },
    },
    {
      name: 'a field of a class',
      files: ts`
      import express from 'express';
      class Health { isDraining = false; }
      const health = new Health();
      const app = express();
      app.get('/readyz', (req, res) => { res.sendStatus(health.isDraining ? 503 : 200); });
      const server = app.listen(3000);
      process.on('SIGTERM', () => { health.isDraining = true; server.close(() => process.exit(0)); });
    `,
    },
    {
      name: 'a property of the application, CommonJS',
      files: cjs`
      const express = require('express');
      const app = express();
      app.locals.isReady = true;
      app.get('/ready', (req, res) => res.sendStatus(req.app.locals.isReady ? 200 : 503));
      const server = app.listen(3000);
      process.on('SIGTERM', () => { app.locals.isReady = false; server.close(() => process.exit(0)); });
    `,
    },
    {
      name: 'liveness',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/livez', (req, res) => res.send('ok'));
      app.get('/ping', (req, res) => res.send('ok'));
      const server = app.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'terminus',
      files: js`
      import express from 'express';
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      const app = express();
      const server = http.createServer(app);
      createTerminus(server, { signals: ['SIGTERM'], healthChecks: { '/ready': async () => 'ok' } });
      server.listen(3000);
    `,
    },
    {
      name: 'lightship',
      files: js`
      import { createLightship } from 'lightship';
      import express from 'express';
      const lightship = await createLightship();
      const app = express();
      app.get('/ready', (req, res) => res.sendStatus(lightship.isServerReady() ? 200 : 503));
      const server = app.listen(3000, () => lightship.signalReady());
      lightship.registerShutdownHandler(() => { server.close(); });
    `,
    },
    {
      name: 'no shutdown',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/readyz', (req, res) => res.send('ok'));
      app.listen(3000);
    `,
    },
    {
      name: 'a health endpoint that is not said to be readiness',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/health', (req, res) => res.send('ok'));
      const server = app.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import express from 'express';
      const app = express();
      app.get('/readyz', (req, res) => res.send('ok'));
      const server = app.listen(0);
      process.on('SIGTERM', () => server.close());
    `,
      },
    },
    {
      name: 'an AbortSignal',
      files: js`
      import express from 'express';
      const stop = new AbortController();
      const app = express();
      app.get('/ready', (req, res) => res.sendStatus(stop.signal.aborted ? 503 : 200));
      const server = app.listen(3000);
      process.on('SIGTERM', () => { stop.abort(); server.close(() => process.exit(0)); });
    `,
    },
    {
      name: 'whether the server listens',
      files: js`
      import express from 'express';
      import http from 'node:http';
      const app = express();
      const server = http.createServer(app).listen(3000);
      app.get('/ready', (req, res) => res.sendStatus(server.listening ? 200 : 503));
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
  ],
});
