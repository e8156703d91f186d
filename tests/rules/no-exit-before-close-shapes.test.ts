import { cjs, js, table, ts } from './table.js';

/** The same defect in the shapes of real services. */
table('no-exit-before-close', {
  at: /process\.exit|^\w+\(/u,
  reports: [
    {
      name: 'a promise of bluebird that nobody waits for',
      files: js`
      import http from 'node:http';
      import Bluebird from 'bluebird';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        Bluebird.fromCallback((done) => server.close(done));
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'an exit after a loop that does not wait',
      files: ts`
      import { createServer, type Server } from 'node:http';
      const servers: Server[] = [3000, 3001].map((port) => createServer((req, res) => res.end()).listen(port));
      async function shutdown(): Promise<void> {
        for (const server of servers) {
          server.close();
        }
        process.exit(0); // ! pending
      }
      process.on('SIGTERM', () => void shutdown());
    `,
    },
    {
      name: 'a promise that resolves before the close',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const closed = () => new Promise((resolve) => {
        server.close();
        resolve();
      });
      process.on('SIGTERM', async () => {
        await closed();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'one branch that does not wait',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        if (process.env.FAST) app.close();
        else await app.close();
        process.exit(0); // ! pending
      });
    `,
    },
    {
      name: 'a switch over signals',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function onSignal(signal) {
        switch (signal) {
          case 'SIGINT':
          case 'SIGTERM':
            server.close();
            process.exit(0); // ! pending
            break;
          default:
            console.log(signal);
        }
      }
      process.on('SIGTERM', onSignal);
    `,
    },
    {
      name: 'a class that an entry point makes by a factory',
      files: {
        'src/main.ts': `
        import { createApp } from './app';
        const app = createApp();
        app.start();
        process.on('SIGTERM', () => {
          app.stop();
          process.exit(0); // ! pending
        });
      `,
        'src/app.ts': `
        import { createServer } from 'node:http';
        class App {
          private readonly server = createServer((req, res) => res.end());
          start(): void { this.server.listen(3000); }
          stop(): void { this.server.close(); }
        }
        export function createApp(): App { return new App(); }
      `,
      },
    },
    {
      name: 'destructured members',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      const { exit } = process;
      await app.listen({ port: 3000 });
      process.once('SIGTERM', () => {
        app.close();
        exit(0); // ! pending
      });
    `,
    },
    {
      name: 'setImmediate is no wait',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close();
        setImmediate(() => process.exit(0)); // ! pending
      });
    `,
    },
    {
      name: 'that of a library',
      files: js`
      import http from 'node:http';
      import { nextTick } from 'async';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close();
        nextTick(() => process.exit(0)); // ! pending
      });
    `,
    },
    {
      name: 'a client of Sentry closes itself alone',
      files: js`
      import http from 'node:http';
      import * as Sentry from '@sentry/node';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        const client = Sentry.getCurrentHub().getClient();
        if (client) await client.close(2000);
        process.exit(0); // ! open
      });
    `,
    },
  ],
});
