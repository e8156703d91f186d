import { js, table, ts } from './table.js';

/** Resources that are closed together. */
table('no-unclosed-resource', {
  silent: [
    {
      name: 'callbacks that a loop calls by number',
      files: {
        'src/main.js': `
        import Koa from 'koa';
        import { onExit } from './exit.js';
        const server = new Koa().listen(3000);
        onExit(() => server.close());
      `,
        'src/exit.js': `
        const callbacks = [];
        let isDone = false;
        export function onExit(callback) {
          callbacks.push(callback);
        }
        function exit() {
          if (isDone) return;
          isDone = true;
          for (let i = 0; i < callbacks.length; i++) {
            callbacks[i]();
          }
        }
        process.on('SIGINT', exit.bind(null, {}));
        process.on('SIGTERM', exit.bind(null, {}));
      `,
      },
    },
    {
      name: 'servers closed by number',
      files: js`
      import http from 'node:http';
      const servers = [http.createServer(), http.createServer()];
      servers[0].listen(80);
      servers[1].listen(8080);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        let i = servers.length;
        while (i--) servers[i].close();
      });
    `,
    },
    {
      name: 'a worker thread that the shutdown asks to stop',
      files: js`
      import http from 'node:http';
      import { Worker } from 'node:worker_threads';
      const worker = new Worker(new URL('./jobs.js', import.meta.url));
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      process.once('SIGTERM', () => {
        worker.postMessage('stop');
        server.close();
      });
    `,
    },
    {
      name: 'a copy of the values of a map of pools',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pools = new Map();
      for (const name of ['orders', 'users']) pools.set(name, new pg.Pool({ database: name }));
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      process.once('SIGTERM', () => {
        server.close(async () => {
          await Promise.all(Array.from(pools.values()).map((pool) => pool.end()));
        });
      });
    `,
    },
    {
      name: 'a list of closers',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      import Redis from 'ioredis';
      const closers = [];
      const pool = new pg.Pool();
      closers.push(() => pool.end());
      const redis = new Redis();
      closers.push(() => redis.quit());
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(async () => {
        for (const close of closers) await close();
      }));
    `,
    },
    {
      name: 'a container of clients that is closed as a whole',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      import Redis from 'ioredis';
      const clients = { db: new pg.Pool(), cache: new Redis() };
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(async () => {
        await clients.db.end();
        await clients.cache.quit();
      }));
    `,
    },
    {
      name: 'a map of pools',
      files: ts`
      import { createServer } from 'node:http';
      import { Pool } from 'pg';
      const pools = new Map<string, Pool>();
      for (const name of ['a', 'b']) pools.set(name, new Pool({ database: name }));
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => {
        void Promise.all([...pools.values()].map((pool) => pool.end())).then(() => process.exit(0));
      }));
    `,
    },
    {
      name: 'a registry that cannot be seen',
      files: js`
      import { onShutdown } from '@acme/service';
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      onShutdown(pool);
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close());
    `,
    },
  ],
});
