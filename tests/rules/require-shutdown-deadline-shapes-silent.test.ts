import { cjs, js, table, ts } from './table.js';

/** Bounds in the shapes of real services. */
table('require-shutdown-deadline', {
  silent: [
    {
      name: 'a promise that a timer settles',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const late = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      process.on('SIGTERM', async () => {
        await Promise.race([new Promise((resolve) => server.close(resolve)), late(8000)]);
        process.exit(0);
      });
    `,
    },
    {
      name: 'a timer that rejects',
      files: ts`
      import Fastify from 'fastify';
      const app = Fastify();
      function within<T>(promise: Promise<T>, ms: number): Promise<T> {
        return new Promise<T>((resolve, reject) => {
          const timer = setTimeout(() => reject(new Error('late')), ms);
          promise.then(resolve, reject).finally(() => clearTimeout(timer));
        });
      }
      process.on('SIGTERM', async () => {
        try {
          await within(app.close(), 8000);
          process.exit(0);
        } catch {
          process.exit(1);
        }
      });
      void app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a named function as the deadline',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function force() { console.error('late'); process.exit(1); }
      process.on('SIGTERM', () => {
        setTimeout(force, Number(process.env.LIMIT ?? 8000)).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'an AbortSignal.timeout that is handed over',
      files: ts`
      import Fastify from 'fastify';
      import { once } from 'node:events';
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await Promise.race([app.close(), once(AbortSignal.timeout(8000), 'abort')]);
        process.exit(0);
      });
      void app.listen({ port: 3000 });
    `,
    },
    {
      name: 'hapi with its time-out',
      files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      process.on('SIGTERM', () => server.stop({ timeout: 8000 }).then(() => process.exit(0)));
      await server.start();
    `,
    },
    {
      name: 'a deadline after a pause, in a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        readonly #server = createServer((req, res) => res.end());
        start(): void {
          this.#server.listen(3000);
          process.on('SIGTERM', () => void this.stop());
        }
        async stop(): Promise<void> {
          const late = setTimeout(() => this.end(1), 8000);
          await new Promise((resolve) => this.#server.close(resolve));
          clearTimeout(late);
          this.end(0);
        }
        private end(code: number): never { process.exit(code); }
      }
      new App().start();
    `,
    },
    {
      name: 'a kill as the deadline',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), 8000).unref();
        server.close();
      });
    `,
    },
    {
      name: 'a deadline that another listener of the signal sets',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 8000).unref();
      });
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'exit handed over by name',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(process.exit, 8000, 1).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'stoppable with its grace',
      files: js`
      import http from 'node:http';
      import stoppable from 'stoppable';
      const server = stoppable(http.createServer((req, res) => res.end()), 5000);
      server.listen(3000);
      process.on('SIGTERM', () => server.stop(() => process.exit(0)));
    `,
    },
    {
      name: 'a timer that is cleared at the end',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.on('SIGTERM', async () => {
        const late = setTimeout(() => process.exit(1), 10_000);
        await app.close();
        clearTimeout(late);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a timer that another statement unrefs',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        const late = setTimeout(() => process.exit(1), 10_000);
        late.unref();
        server.close();
      });
    `,
    },
    {
      name: 'a server whose end is the end of the process',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      server.on('close', () => process.exit(0));
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000);
        server.close();
      });
    `,
    },
    {
      name: 'a delay, after which the process ends well',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close();
        setTimeout(() => process.exit(0), 5000);
      });
    `,
    },
  ],
});
