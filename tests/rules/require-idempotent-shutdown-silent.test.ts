import { cjs, js, table, ts } from './table.js';

table('require-idempotent-shutdown', {
  silent: [
    {
      name: 'telemetry that can be shut down twice',
      files: js`
      import http from 'node:http';
      import { NodeSDK } from '@opentelemetry/sdk-node';
      const sdk = new NodeSDK();
      sdk.start();
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        sdk.shutdown().then(() => console.log('terminated')).catch(console.error);
      });
    `,
    },
    {
      name: 'a boolean guard',
      files: js`
      import http from 'node:http';
      let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function stop() {
        if (isStopping) return;
        isStopping = true;
        server.close(() => process.exit(0));
      }
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
    `,
    },
    {
      name: 'a guard that goes round everything',
      files: cjs`
      const http = require('node:http');
      const state = { stopping: false };
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        if (!state.stopping) {
          state.stopping = true;
          server.close(() => process.exit(0));
        }
      });
    `,
    },
    {
      name: 'once on every way',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const stop = () => server.close(() => process.exit(0));
      for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
    `,
    },
    {
      name: 'a promise that is kept',
      files: ts`
      import Fastify from 'fastify';
      import { Pool } from 'pg';
      const pool = new Pool();
      const app = Fastify();
      let stopped: Promise<void> | undefined;
      const stop = (): Promise<void> => (stopped ??= close());
      async function close(): Promise<void> {
        await app.close();
        await pool.end();
      }
      process.on('SIGTERM', () => void stop());
      process.on('SIGINT', () => void stop());
      void app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a promise that is kept in an if',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      let stopping;
      function stop() {
        if (!stopping) stopping = app.close().then(() => pool.end());
        return stopping;
      }
      process.on('SIGTERM', stop);
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a state machine',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        private state: 'running' | 'draining' = 'running';
        private readonly server = createServer((req, res) => res.end());
        start(): void {
          this.server.listen(3000);
          process.on('SIGTERM', () => this.stop());
        }
        private stop(): void {
          if (this.state !== 'running') return;
          this.state = 'draining';
          this.server.close(() => process.exit(0));
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a guard in another module',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { begin } from './state.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          if (!begin()) return;
          server.close(() => process.exit(0));
        });
      `,
        'src/state.js': `
        let hasBegun = false;
        export function begin() {
          if (hasBegun) return false;
          hasBegun = true;
          process.emit('draining');
          return true;
        }
      `,
      },
    },
    {
      name: 'a library',
      files: js`
      import Fastify from 'fastify';
      import closeWithGrace from 'close-with-grace';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      closeWithGrace(async () => {
        await app.close();
        await pool.end();
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a function that runs once by wrapping',
      files: js`
      import http from 'node:http';
      import once from 'lodash.once';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const stop = once(() => server.close(() => process.exit(0)));
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
    `,
    },
    {
      name: 'an exit and nothing else',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'listeners that are removed first',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function stop() {
        process.off('SIGTERM', stop);
        server.close(() => process.exit(0));
      }
      process.on('SIGTERM', stop);
    `,
    },
    {
      name: 'a reload',
      files: js`
      import http from 'node:http';
      let server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGUSR2', () => {
        server.close(() => { server = http.createServer((req, res) => res.end()).listen(3000); });
      });
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'an exit at the second signal',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      let signals = 0;
      process.on('SIGTERM', () => {
        signals += 1;
        if (signals > 1) process.exit(1);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
      },
    },
  ],
});
