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
    {
      name: 'a middleware that only ends connections',
      files: js`
      import express from 'express';
      const app = express();
      let stopping = false;
      app.use((req, res, next) => {
        if (stopping) res.set('Connection', 'close');
        next();
      });
      app.get('/readyz', (req, res) => res.send('ok')); // ! steady
      const server = app.listen(3000);
      process.on('SIGTERM', () => {
        stopping = true;
        setTimeout(() => server.close(() => process.exit(0)), 5000);
      });
    `,
    },
  ],
});
