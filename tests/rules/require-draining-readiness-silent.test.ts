import { cjs, js, table, ts } from './table.js';

table('require-draining-readiness', {
  silent: [
    {
      name: 'a server that is closed at once',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/readyz', (req, res) => res.send('ok'));
      const server = app.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a middleware that answers for all',
      files: js`
      import express from 'express';
      const app = express();
      let isDraining = false;
      app.use((req, res, next) => (isDraining ? res.sendStatus(503) : next()));
      app.get('/readyz', (req, res) => res.send('ok'));
      const server = app.listen(3000);
      process.on('SIGTERM', () => {
        isDraining = true;
        setTimeout(() => server.close(() => process.exit(0)), 5000);
      });
    `,
    },
    {
      name: 'a setting of the application',
      files: js`
      import express from 'express';
      const app = express();
      app.set('ready', true);
      app.get('/readyz', (req, res) => res.sendStatus(app.get('ready') ? 200 : 503));
      const server = app.listen(3000);
      process.on('SIGTERM', () => {
        app.set('ready', false);
        setTimeout(() => server.close(() => process.exit(0)), 5000);
      });
    `,
    },
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
