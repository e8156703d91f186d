/** Shutdowns that abort a signal, under every rule of the recommended set that could mistake them. */
import { js, table } from './table.js';

table('enforce-shutdown-order', {
  reports: [
    {
      name: 'a signal that the server was not given',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const stop = new AbortController();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      fetch('http://config', { signal: stop.signal });
      process.once('SIGTERM', async () => {
        stop.abort();
        await pool.end(); // ! live
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'the signal of the jobs, before the drain',
      files: js`
      import { spawn } from 'node:child_process';
      import { Worker } from 'bullmq';
      const stop = new AbortController();
      const worker = new Worker('index', async (job) => {
        const child = spawn('git', ['clone', job.data.url], { signal: stop.signal });
        await new Promise((resolve) => child.once('exit', resolve));
      }, { connection: {} });
      process.once('SIGTERM', async () => {
        stop.abort();
        await worker.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'the signal of the jobs, during the drain',
      files: js`
      import { spawn } from 'node:child_process';
      import { Worker } from 'bullmq';
      const stop = new AbortController();
      const worker = new Worker('index', async (job) => {
        const child = spawn('git', ['clone', job.data.url], { signal: stop.signal });
        await new Promise((resolve) => child.once('exit', resolve));
      }, { connection: {} });
      process.once('SIGTERM', async () => {
        const drained = worker.close();
        stop.abort();
        await drained;
        process.exit(0);
      });
    `,
    },
    {
      name: 'the signal of a Fastify server, and a wait for its end',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const stop = new AbortController();
      const app = Fastify();
      const closed = new Promise((resolve) => app.server.once('close', resolve));
      process.once('SIGTERM', async () => {
        stop.abort();
        await closed;
        await pool.end();
        process.exit(0);
      });
      app.listen({ port: 3000, signal: stop.signal });
    `,
    },
    {
      name: 'a controller of the own that waits',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      class PatientController extends AbortController {
        async abortAndWait() {
          super.abort();
          await Promise.allSettled(this.waits);
        }
      }
      const pool = new pg.Pool();
      const stop = new PatientController();
      http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen({ port: 3000, signal: stop.signal });
      process.once('SIGTERM', async () => {
        await stop.abortAndWait();
        await pool.end();
        process.exit(0);
      });
    `,
    },
  ],
});

table('no-exit-before-close', {
  reports: [
    {
      name: 'an exit right after the abort',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen({ port: 3000, signal: stop.signal });
      process.once('SIGTERM', () => {
        stop.abort();
        process.exit(0); // ! open
      });
    `,
    },
    {
      name: 'an exit in a listener of the signal',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      stop.signal.addEventListener('abort', () => {
        server.close();
        process.exit(0); // ! pending
      });
      process.once('SIGTERM', () => stop.abort());
    `,
    },
  ],
  silent: [
    {
      name: 'a wait for the end after the abort',
      files: js`
      import http from 'node:http';
      import { once } from 'node:events';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end());
      server.listen({ port: 3000, signal: stop.signal });
      process.once('SIGTERM', async () => {
        stop.abort();
        await once(server, 'close');
        process.exit(0);
      });
    `,
    },
    {
      name: 'a listener of the signal that closes',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      stop.signal.addEventListener('abort', () => server.close(() => process.exit(0)));
      process.once('SIGTERM', () => stop.abort());
    `,
    },
  ],
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a listener of another signal',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const other = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000); // ! unclosed
      other.signal.addEventListener('abort', () => server.close());
      process.once('SIGTERM', () => stop.abort());
    `,
    },
  ],
  silent: [
    {
      name: 'what a listener of the signal closes',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const stop = new AbortController();
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      stop.signal.addEventListener('abort', () => server.close(() => pool.end()));
      process.once('SIGTERM', () => stop.abort());
    `,
    },
  ],
});

table('require-idempotent-shutdown', {
  reports: [
    {
      name: 'a close beside the abort',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! repeated
        stop.abort();
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a listener of the signal, which runs once',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      stop.signal.addEventListener('abort', () => server.close(() => process.exit(0)));
      process.on('SIGTERM', () => stop.abort());
    `,
    },
  ],
});
