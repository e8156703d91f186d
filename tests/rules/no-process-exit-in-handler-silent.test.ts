import { js, table } from './table.js';

table('no-process-exit-in-handler', {
  silent: [
    {
      name: 'a command-line tool',
      files: {
        'src/main.js': `#!/usr/bin/env node
import { readFileSync } from 'node:fs';
const text = readFileSync(process.argv[2] ?? '', 'utf8');
process.exit(text.length > 0 ? 0 : 1);
`,
      },
    },
    {
      name: 'a development server behind a bin',
      manifest: { bin: { dev: 'src/cli.js' } },
      files: {
        'src/cli.js': `
      import http from 'node:http';
      http.createServer((req, res) => {
        res.end();
        process.exit(0);
      }).listen(0);
    `,
      },
    },
    {
      name: 'a start that fails',
      files: js`
      import express from 'express';
      import { connect } from 'mongoose';
      const app = express();
      app.get('/', (req, res) => res.send('ok'));
      try {
        await connect('mongodb://db');
        app.listen(3000);
      } catch (error) {
        console.error(error);
        process.exit(1);
      }
    `,
    },
    {
      name: 'a port that is taken',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      server.on('error', (error) => {
        console.error(error);
        process.exit(1);
      });
      server.listen(3000);
    `,
    },
    {
      name: 'a signal listener and a fatal one',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      process.on('uncaughtException', (error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'the deadline of a shutdown',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a watch of the drain that a shutdown starts',
      files: js`
      import http from 'node:http';
      let open = 0;
      const server = http.createServer((req, res) => {
        open += 1;
        res.on('close', () => { open -= 1; });
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => {
        server.close();
        setInterval(() => { if (open === 0) process.exit(0); }, 100);
      });
    `,
    },
    {
      name: 'a worker thread',
      files: {
        'src/main.js': `
        import { Worker } from 'node:worker_threads';
        import http from 'node:http';
        http.createServer((req, res) => {
          new Worker(new URL('./thread.js', import.meta.url)).once('message', (text) => res.end(text));
        }).listen(3000);
      `,
        'src/thread.js': `
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', (task) => {
          parentPort.postMessage(task);
          process.exit(0);
        });
      `,
      },
    },
    {
      name: 'a route that asks for the shutdown that SIGTERM runs',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => {
        res.end();
        if (req.url === '/stop') process.kill(process.pid, 'SIGTERM');
      }).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a route that exits when the server has closed',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => {
        res.end();
        if (req.url === '/stop') server.close(() => process.exit(0));
      });
      server.listen(3000);
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import express from 'express';
      const app = express();
      app.get('/', () => process.exit(1));
      app.listen(0);
    `,
      },
    },
    {
      name: 'a build script beside the service',
      files: {
        'src/main.js': `
        import express from 'express';
        express().listen(3000);
      `,
        'scripts/seed.js': `
        import pg from 'pg';
        const pool = new pg.Pool();
        setTimeout(() => process.exit(1), 5000);
        pool.query('select 1').then(() => process.exit(0), () => process.exit(1));
      `,
      },
    },
    {
      name: 'an exit that is a method of something else',
      files: js`
      import express from 'express';
      const game = { exit(code) { return code; } };
      const app = express();
      app.get('/', (req, res) => res.json(game.exit(1)));
      app.listen(3000);
    `,
    },
    {
      name: 'browser code',
      files: {
        'src/page.js': `
      document.getElementById('quit').addEventListener('click', () => process.exit(0));
      setInterval(() => process.exit(1), 1000);
    `,
      },
    },
    {
      name: 'a cluster primary that follows its workers',
      files: js`
      import cluster from 'node:cluster';
      import http from 'node:http';
      if (cluster.isPrimary) {
        const worker = cluster.fork();
        worker.on('exit', (code) => process.exit(code ?? 1));
      } else {
        http.createServer((req, res) => res.end()).listen(3000);
      }
    `,
    },
    {
      name: 'a short script with a timer',
      files: js`
      import { get } from 'node:https';
      const limit = setTimeout(() => process.exit(1), 5000);
      get('https://example.org', () => clearTimeout(limit));
    `,
    },
    {
      name: 'an exit code that is only set',
      files: js`
      import { Worker } from 'bullmq';
      new Worker('mail', async (job) => {
        if (!job.data) process.exitCode = 1;
      });
    `,
    },
  ],
});
