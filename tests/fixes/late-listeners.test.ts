import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-late-signal-listener', [
  {
    name: 'in a bootstrap function',
    files: {
      'main.js': code`
        import express from 'express';
        import mongoose from 'mongoose';
        async function main() {
          await mongoose.connect('mongodb://db');
          const server = express().listen(3000);
          process.on('SIGTERM', () => {
            setTimeout(() => process.exit(1), 10_000).unref();
            server.close(() => process.exit(0));
          });
        }
        main().catch(() => process.exit(1));
      `,
    },
    suggestion: 'early',
    after: code`
      import express from 'express';
      import mongoose from 'mongoose';
      async function main() {
        let shutdown = () => process.exit(0);
        process.on('SIGTERM', () => shutdown());
        await mongoose.connect('mongodb://db');
        const server = express().listen(3000);
        shutdown = () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => process.exit(0));
        };
      }
      main().catch(() => process.exit(1));
    `,
  },
  {
    name: 'a listener by name that closes what comes later',
    files: {
      'main.js': code`
        import express from 'express';
        import mongoose from 'mongoose';
        const app = express();
        await mongoose.connect('mongodb://db');
        const server = app.listen(3000);
        process.once('SIGTERM', shutdown);
        process.once('SIGINT', shutdown);
        async function shutdown() {
          setTimeout(() => process.exit(1), 10_000).unref();
          await new Promise((resolve) => server.close(resolve));
          await mongoose.disconnect();
          process.exit(0);
        }
      `,
    },
    suggestion: 'early',
    after: code`
      import express from 'express';
      import mongoose from 'mongoose';
      const app = express();
      let stop = () => process.exit(0);
      process.once('SIGTERM', () => stop());
      await mongoose.connect('mongodb://db');
      const server = app.listen(3000);
      stop = shutdown;
      process.once('SIGINT', shutdown);
      async function shutdown() {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve) => server.close(resolve));
        await mongoose.disconnect();
        process.exit(0);
      }
    `,
  },
  {
    name: 'in a then, CommonJS',
    files: {
      'main.cjs': code`
        const express = require('express');
        const mongoose = require('mongoose');
        mongoose.connect('mongodb://db').then(() => {
          const server = express().listen(3000);
          process.on('SIGTERM', () => server.close(() => process.exit(0)));
        });
      `,
    },
    suggestion: 'early',
    after: code`
      const express = require('express');
      const mongoose = require('mongoose');
      let shutdown = () => process.exit(0);
      process.on('SIGTERM', () => shutdown());
      mongoose.connect('mongodb://db').then(() => {
        const server = express().listen(3000);
        shutdown = () => server.close(() => process.exit(0));
      });
    `,
  },
  {
    name: 'a loop over signals, TypeScript',
    files: {
      'main.ts': code`
        import knex from 'knex';
        import { createServer } from 'node:http';
        const db = knex({ client: 'pg' });
        async function bootstrap(): Promise<void> {
          await db.migrate.latest();
          const server = createServer((req, res) => res.end()).listen(3000);
          for (const signal of ['SIGTERM', 'SIGINT']) {
            process.once(signal, () => server.close(() => process.exit(0)));
          }
        }
        void bootstrap();
      `,
    },
    suggestion: 'early',
    after: code`
      import knex from 'knex';
      import { createServer } from 'node:http';
      const db = knex({ client: 'pg' });
      async function bootstrap(): Promise<void> {
        let shutdown: () => unknown = () => process.exit(0);
        for (const signal of ['SIGTERM', 'SIGINT']) {
          process.once(signal, () => void shutdown());
        }
        await db.migrate.latest();
        const server = createServer((req, res) => res.end()).listen(3000);
        shutdown = () => server.close(() => process.exit(0));
      }
      void bootstrap();
    `,
  },
  {
    name: 'in the callback of listen',
    files: {
      'main.js': code`
        import express from 'express';
        import mongoose from 'mongoose';
        const app = express();
        const server = app.listen(3000, () => {
          console.log('up');
          process.on('SIGTERM', () => {
            server.close(() => process.exit(0));
          });
        });
      `,
    },
    suggestion: 'early',
    after: code`
      import express from 'express';
      import mongoose from 'mongoose';
      const app = express();
      let shutdown = () => process.exit(0);
      process.on('SIGTERM', () => shutdown());
      const server = app.listen(3000, () => {
        console.log('up');
        shutdown = () => {
          server.close(() => process.exit(0));
        };
      });
    `,
  },
  {
    name: 'in a helper of another module',
    files: {
      'src/main.js': code`
        import Fastify from 'fastify';
        import { stopOnSignals } from './stop.js';
        const app = Fastify();
        await app.listen({ port: 3000 });
        stopOnSignals(app);
      `,
      'src/stop.js': code`
        export function stopOnSignals(app) {
          process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
        }
      `,
    },
    suggestion: 'early',
    after: code`
      let shutdown = () => process.exit(0);
      process.on('SIGTERM', () => shutdown());

      export function stopOnSignals(app) {
        shutdown = () => app.close().then(() => process.exit(0));
      }
    `,
  },
  {
    name: 'a method that reads what is made meanwhile',
    files: {
      'main.ts': code`
        import { createServer, type Server } from 'node:http';
        import { Pool } from 'pg';
        class App {
          private readonly pool = new Pool();
          private server?: Server;
          async start(): Promise<void> {
            await this.pool.connect();
            this.server = createServer((req, res) => res.end()).listen(3000);
            process.on('SIGTERM', () => void this.stop());
          }
          private async stop(): Promise<void> {
            this.server?.close();
          }
        }
        void new App().start();
      `,
    },
    suggestion: 'early',
    after: code`
      import { createServer, type Server } from 'node:http';
      import { Pool } from 'pg';
      class App {
        private readonly pool = new Pool();
        private server?: Server;
        async start(): Promise<void> {
          let shutdown: () => unknown = () => process.exit(0);
          process.on('SIGTERM', () => void shutdown());
          await this.pool.connect();
          this.server = createServer((req, res) => res.end()).listen(3000);
          shutdown = () => void this.stop();
        }
        private async stop(): Promise<void> {
          this.server?.close();
        }
      }
      void new App().start();
    `,
  },
]);
