import { cjs, js, table, ts } from './table.js';

/** Guards, and what is none, in the shapes of real services. */
table('require-idempotent-shutdown', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a guard of another thing',
      files: js`
      import http from 'node:http';
      let hasWarned = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! repeated
        if (process.env.QUIET !== '1') console.log('stop');
        server.close(() => process.exit(hasWarned ? 1 : 0));
      });
      process.on('warning', () => { hasWarned = true; });
    `,
    },
    {
      name: 'a step that skips itself when it has been done',
      files: js`
      import Hapi from '@hapi/hapi';
      class Updates {
        start() { this.timer = setInterval(() => console.log('update'), 1000); }
        stop() {
          if (this.timer) {
            clearInterval(this.timer);
            this.timer = null;
          }
        }
      }
      const updates = new Updates();
      const server = new Hapi.Server({ port: 3000 });
      async function stop() {
        updates.stop();
        await server.stop();
        return true;
      }
      process.on('SIGTERM', () => { // ! repeated
        stop().then(() => process.exit(0), () => process.exit(4));
      });
      updates.start();
      await server.start();
    `,
    },
    {
      name: 'an exit with another code where it fails',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const shutdown = (close) => async () => {
        try {
          console.log('closing');
          await close();
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      };
      const stop = shutdown(() => new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve()))));
      process.on('SIGTERM', stop); // ! repeated
      process.on('SIGINT', stop);
    `,
    },
    {
      name: 'a parameter that tells the signal',
      files: ts`
      import Fastify from 'fastify';
      import { Pool } from 'pg';
      const pool = new Pool();
      const app = Fastify();
      async function shutdown(signal: string): Promise<void> {
        console.log(signal);
        await app.close();
        await pool.end();
        process.exit(0);
      }
      process.on('SIGTERM', () => void shutdown('SIGTERM')); // ! repeated
      process.on('SIGINT', () => void shutdown('SIGINT'));
      void app.listen({ port: 3000 });
    `,
    },
  ],
  silent: [
    {
      name: 'a guard in the method that the listener calls',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        private stopping: Promise<void> | undefined;
        private readonly server = createServer((req, res) => res.end());
        start(): void {
          this.server.listen(3000);
          process.on('SIGTERM', () => void this.stop());
          process.on('SIGINT', () => void this.stop());
        }
        stop(): Promise<void> {
          this.stopping ??= new Promise((resolve) => { this.server.close(() => resolve()); });
          return this.stopping;
        }
      }
      new App().start();
    `,
    },
    {
      name: 'the promise of a first signal',
      files: js`
      import { once } from 'node:events';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
      server.close();
    `,
    },
    {
      name: 'a wrapper of the project that runs once',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { onlyOnce } from './once.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        const stop = onlyOnce(() => server.close(() => process.exit(0)));
        process.on('SIGTERM', stop);
        process.on('SIGINT', stop);
      `,
        'src/once.js': `
        export function onlyOnce(run) {
          let hasRun = false;
          return () => {
            if (hasRun) return;
            hasRun = true;
            run();
          };
        }
      `,
      },
    },
    {
      name: 'closes that may be repeated',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a set of signals that were seen',
      files: cjs`
      const http = require('node:http');
      const seen = new Set();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', (signal) => {
        if (seen.size > 0) return;
        seen.add(signal);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'an AbortController as the guard',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        if (stop.signal.aborted) return;
        stop.abort();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'server.listening as the guard',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        if (!server.listening) return;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the variable is emptied',
      files: ts`
      import { createServer, type Server } from 'node:http';
      let server: Server | undefined = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        const closing = server;
        server = undefined;
        closing?.close(() => process.exit(0));
      });
    `,
    },
  ],
});
