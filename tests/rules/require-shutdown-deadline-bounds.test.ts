/** What bounds a shutdown, where it is set, and which listener needs it. */
import { js, table, ts } from './table.js';

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'a race that bounds what comes before the close alone',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      import { publisher } from '@acme/publisher';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      const delay = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      process.once('SIGTERM', async () => { // ! unbounded
        await Promise.race([publisher.flush(), delay(2000)]);
        await new Promise((resolve) => server.close(resolve));
        await pool.end();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a timer that is set when the close is over',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => { // ! unbounded
        server.close(() => {
          setTimeout(() => process.exit(0), 1000);
        });
      });
    `,
    },
    {
      name: 'a pause after the wait',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => { // ! unbounded
        await new Promise((resolve) => server.close(resolve));
        setTimeout(() => process.exit(0), 1000);
      });
    `,
    },
    {
      name: 'a bounded close in a helper, and one that is not',
      files: js`
      import http from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      const terminator = createHttpTerminator({ server });
      async function destroy() { // ! unbounded
        await terminator.terminate();
        await pool.end();
      }
      process.once('SIGTERM', async () => { await destroy(); });
    `,
    },
    {
      name: 'the listener that ends the process, not the one beside it',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import './telemetry.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => { // ! unbounded
          server.close(() => process.exit(0));
        });
      `,
        'src/telemetry.js': `
        import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
        export const provider = new NodeTracerProvider();
        process.once('SIGTERM', () => { void provider.shutdown(); });
      `,
      },
    },
    {
      name: 'a deadline of another process',
      files: {
        'package.json': JSON.stringify({ type: 'module', scripts: { start: 'node src/main.js', worker: 'node src/worker.js' } }),
        'src/main.js': `
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => { // ! unbounded
          server.close();
        });
      `,
        'src/worker.js': `
        import { Worker } from 'bullmq';
        const worker = new Worker('mail', async () => {});
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 8000).unref();
          worker.close().then(() => process.exit(0));
        });
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a deadline, and a pause after the close',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 8000).unref();
        server.close(() => {
          setTimeout(() => process.exit(0), 1000);
        });
      });
    `,
    },
    {
      name: 'a bounded close in a helper',
      files: js`
      import http from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server });
      async function destroy() { await terminator.terminate(); }
      process.once('SIGTERM', async () => { await destroy(); });
    `,
    },
    {
      name: 'a bounded close in a method',
      files: ts`
      import { createServer, type Server } from 'node:http';
      import { createHttpTerminator, type HttpTerminator } from 'http-terminator';
      class App {
        private readonly server: Server;
        private readonly terminator: HttpTerminator;
        constructor() {
          this.server = createServer((req, res) => res.end());
          this.terminator = createHttpTerminator({ server: this.server });
        }
        start(): void { this.server.listen(3000); }
        async destroy(): Promise<void> { await this.terminator.terminate(); }
      }
      const app = new App();
      app.start();
      process.once('SIGTERM', async () => { await app.destroy(); });
    `,
    },
    {
      name: 'telemetry beside a shutdown with a deadline',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import './telemetry.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 8000).unref();
          server.close(() => process.exit(0));
        });
      `,
        'src/telemetry.js': `
        import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
        export const provider = new NodeTracerProvider();
        process.once('SIGTERM', () => { void provider.shutdown(); });
      `,
      },
    },
  ],
});
