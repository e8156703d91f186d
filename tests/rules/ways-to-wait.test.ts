/** The many ways in which right code waits for a server and then closes its pool. */
import { table } from './table.js';

const WAYS = [
  `await promisify(server.close.bind(server))(); await pool.end(); process.exit(0);`,
  `await promisify(server.close).call(server); await pool.end(); process.exit(0);`,
  `await promisify((done) => server.close(done))(); await pool.end(); process.exit(0);`,
  `server.close(); await once(server, 'close'); await pool.end(); process.exit(0);`,
  `const closed = once(server, 'close'); server.close(); await closed; await pool.end(); process.exit(0);`,
  `await new Promise((resolve) => server.close(resolve)).then(() => pool.end()); process.exit(0);`,
  `server.close().on('close', async () => { await pool.end(); process.exit(0); });`,
  `server.on('close', () => pool.end(() => process.exit(0))); server.close();`,
  `server.close(); server.once('close', () => void pool.end().finally(() => process.exit(0)));`,
  `server.close(); await new Promise((resolve) => server.once('close', resolve)); await pool.end(); process.exit(0);`,
  `const closed = new Promise((resolve) => server.on('close', resolve)); server.close(); await closed; await pool.end(); process.exit(0);`,
  `await new Promise((resolve, reject) => { server.once('error', reject); server.once('close', resolve); server.close(); }); await pool.end(); process.exit(0);`,
  `const { promise, resolve } = Promise.withResolvers(); server.close(resolve); await promise; await pool.end(); process.exit(0);`,
  `const close = (one) => new Promise((resolve) => { one.once('close', resolve); one.close(); }); await close(server); await pool.end(); process.exit(0);`,
  `const stack = new AsyncDisposableStack(); stack.defer(() => pool.end()); stack.defer(() => new Promise((resolve) => server.close(resolve))); await stack.disposeAsync(); process.exit(0);`,
  `for (const step of [() => new Promise((resolve) => server.close(resolve)), () => pool.end()]) await step(); process.exit(0);`,
  `await [() => new Promise((resolve) => server.close(resolve)), () => pool.end()].reduce((before, step) => before.then(step), Promise.resolve()); process.exit(0);`,
  `await Promise.race([new Promise((resolve) => server.close(resolve)), sleep(5000)]); await pool.end(); process.exit(0);`,
  `await server[Symbol.asyncDispose](); await pool.end(); process.exit(0);`,
  `let left = 1; server.close(() => { left -= 1; }); while (left > 0) await sleep(10); await pool.end(); process.exit(0);`,
  `server.close(async (error) => { if (error) process.exitCode = 1; try { await pool.end(); } finally { process.exit(); } });`,
  `server.close(() => pool.end().then(() => process.exit(0), () => process.exit(1)));`,
  `const tasks = []; tasks.push(new Promise((resolve) => server.close(resolve))); await Promise.all(tasks); await pool.end(); process.exit(0);`,
  `await (async () => { server.close(); await once(server, 'close'); })(); await pool.end(); process.exit(0);`,
  `await Promise.all([server].map((one) => new Promise((resolve) => one.close(resolve)))); await pool.end(); process.exit(0);`,
  `await new Promise((resolve) => { server.close(() => { setImmediate(resolve); }); }); await pool.end(); process.exit(0);`,
  `const done = () => { pool.end(() => process.exit(0)); }; server.close(done);`,
  `const end = async (code) => { await new Promise((resolve) => server.close(resolve)); await pool.end(); process.exit(code); }; await end(0);`,
];

for (const rule of ['no-unawaited-close', 'no-exit-before-close', 'no-unclosed-resource', 'enforce-shutdown-order'])
  table(rule, {
    silent: WAYS.map((way) => ({
      name: way,
      files: {
        'src/main.js': `
          import http from 'node:http';
          import { once } from 'node:events';
          import { promisify } from 'node:util';
          import { setTimeout as sleep } from 'node:timers/promises';
          import { Pool } from 'pg';
          const pool = new Pool();
          const server = http.createServer(async (req, res) => res.end(String(await pool.query('SELECT 1')))).listen(3000);
          process.once('SIGTERM', async () => {
            setTimeout(() => process.exit(1), 10000).unref();
            ${way}
          });
        `,
      },
    })),
  });

table('require-sigterm-listener', {
  reports: [
    {
      name: 'a service in which the end of one thing closes it again',
      files: {
        'src/main.js': `
          import http from 'node:http';
          import { spawn } from 'node:child_process';
          const browser = { kill() { this.child.kill('SIGINT'); } };
          function start() {
            browser.child = spawn('chrome');
            browser.child.on('close', () => { stop(); start(); });
          }
          function stop() { browser.kill(); }
          start();
          http.createServer((req, res) => res.end()).listen(3000); // ! missing
        `,
      },
    },
    {
      name: 'two servers of which each closes the other',
      files: {
        'src/main.js': `
          import http from 'node:http';
          const one = http.createServer((req, res) => res.end());
          const other = http.createServer((req, res) => res.end());
          one.on('close', () => other.close());
          other.on('close', () => one.close());
          one.listen(3000); // ! missing
          other.listen(3001);
          if (process.argv.includes('--check')) one.close();
        `,
      },
    },
  ],
});

table('enforce-shutdown-order', {
  reports: [
    {
      name: 'a pool that is closed before what a listener for the end of the server waits for',
      unrepaired: true,
      files: {
        'src/main.js': `
          import http from 'node:http';
          import { Pool } from 'pg';
          const pool = new Pool();
          const server = http.createServer(async (req, res) => res.end(String(await pool.query('SELECT 1')))).listen(3000);
          process.once('SIGTERM', async () => {
            server.on('close', () => process.exit(0));
            await pool.end(); // ! before
            server.close();
          });
        `,
      },
    },
  ],
});
