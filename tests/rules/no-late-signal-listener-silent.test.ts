import { cjs, js, table, ts } from './table.js';

table('no-late-signal-listener', {
  silent: [
    {
      name: 'a wait for a function that only loads a module of the project, or throws',
      files: {
        'src/main.js': `
        import http from 'node:http';
        async function createServer() {
          switch (process.env.TYPE) {
            case 'api':
              return http.createServer(await import('./app.js').then((module) => module.default));
            default:
              throw new Error(\`unknown type \${String(process.env.TYPE)}\`);
          }
        }
        const server = await createServer();
        server.listen(3000);
        process.on('SIGTERM', () => server.close());
      `,
        'src/app.js': "export default (req, res) => res.end('ok');",
      },
    },
    {
      name: 'registered first',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a synchronous start',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      server.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'in the callback of listen',
      files: cjs`
      const express = require('express');
      const app = express();
      const server = app.listen(3000, () => {
        console.log('listening');
      });
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'first in a bootstrap function',
      files: ts`
      import express from 'express';
      import mongoose from 'mongoose';
      import type { Server } from 'node:http';
      async function main(): Promise<void> {
        let server: Server | undefined;
        process.on('SIGTERM', () => { if (server) server.close(() => process.exit(0)); else process.exit(0); });
        await mongoose.connect('mongodb://db');
        server = express().listen(3000);
      }
      void main();
    `,
    },
    {
      name: 'another listener was there in time',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => console.log('stopping'));
    `,
    },
    {
      name: 'a start that is not awaited',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      void mongoose.connect('mongodb://db');
      const server = express().listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a helper that is called first',
      files: {
        'src/main.js': `
        import Fastify from 'fastify';
        import { stopOnSignals } from './stop.js';
        const app = Fastify();
        stopOnSignals(app);
        await app.listen({ port: 3000 });
      `,
        'src/stop.js': `
        export const stopOnSignals = (app) => process.on('SIGTERM', () => app.close());
      `,
      },
    },
    {
      name: 'a module that registers when it is imported',
      files: {
        'src/main.js': `
        import './signals.js';
        import Fastify from 'fastify';
        const app = Fastify();
        await app.listen({ port: 3000 });
      `,
        'src/signals.js': `
        process.on('SIGTERM', () => process.exit(0));
      `,
      },
    },
    {
      name: 'signals that ask for no end',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
      process.on('SIGHUP', () => console.log('reload'));
      process.on('SIGUSR2', () => console.log('dump'));
    `,
    },
    {
      name: 'reading a file that is no start-up step',
      files: js`
      import { readFile } from 'node:fs/promises';
      import http from 'node:http';
      const config = JSON.parse(await readFile('config.json', 'utf8'));
      const server = http.createServer((req, res) => res.end());
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      server.listen(config.port);
    `,
    },
    {
      name: 'a script that serves nothing',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      await pool.query('select 1');
      process.on('SIGTERM', () => process.exit(0));
      await pool.end();
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 0 });
      process.on('SIGTERM', () => void app.close());
    `,
      },
    },
  ],
});
