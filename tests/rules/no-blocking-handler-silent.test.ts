import { cjs, js, table } from './table.js';

table('no-blocking-handler', {
  silent: [
    {
      name: 'the start',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const html = fs.readFileSync('index.html', 'utf8');
      const app = express();
      app.get('/', (req, res) => res.send(html));
      app.listen(3000, () => fs.writeFileSync('service.pid', String(process.pid)));
    `,
    },
    {
      name: 'asynchronous calls',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      import { readFile } from 'node:fs/promises';
      const app = express();
      app.get('/a', async (req, res) => res.send(await readFile('a')));
      app.get('/b', (req, res) => fs.readFile('b', (error, text) => res.send(text)));
      app.get('/c', (req, res) => fs.createReadStream('c').pipe(res));
      app.listen(3000);
    `,
    },
    {
      name: 'the shutdown',
      files: cjs`
      const fs = require('node:fs');
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        fs.writeFileSync('state.json', '{}');
        server.close(() => process.exit(0));
      });
      process.on('exit', () => fs.rmSync('service.pid', { force: true }));
    `,
    },
    {
      name: 'a cache that a start fills',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { config } from './config';
        const app = express();
        app.get('/', (req, res) => { res.json(config); });
        app.listen(3000);
      `,
        'src/config.ts': `
        import { readFileSync } from 'node:fs';
        export const config = JSON.parse(readFileSync('config.json', 'utf8'));
      `,
      },
    },
    {
      name: 'a command-line tool',
      manifest: { bin: { tool: 'src/cli.js' } },
      files: {
        'src/cli.js': `
      import fs from 'node:fs';
      import http from 'node:http';
      http.createServer((req, res) => res.end(fs.readFileSync('x'))).listen(0);
    `,
      },
    },
    {
      name: 'synchronous calls that are no I/O',
      files: js`
      import express from 'express';
      import { createHash, randomBytes } from 'node:crypto';
      const app = express();
      app.get('/', (req, res) => {
        res.send(createHash('sha256').update(randomBytes(8)).digest('hex') + JSON.stringify(req.query));
      });
      app.listen(3000);
    `,
    },
    {
      name: 'methods whose name ends with Sync',
      files: js`
      import express from 'express';
      const store = { getSync(key) { return key; } };
      const app = express();
      app.get('/', (req, res) => res.send(store.getSync('a')));
      app.listen(3000);
    `,
    },
    {
      name: 'a worker thread',
      files: {
        'src/main.js': `
        import { Worker } from 'node:worker_threads';
        import express from 'express';
        const app = express();
        app.get('/', (req, res) => {
          new Worker(new URL('./thread.js', import.meta.url)).once('message', (text) => res.send(text));
        });
        app.listen(3000);
      `,
        'src/thread.js': `
        import { readFileSync } from 'node:fs';
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', (name) => parentPort.postMessage(readFileSync(name)));
      `,
      },
    },
    {
      name: 'a timer that writes now and then',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      express().listen(3000);
      setInterval(() => fs.writeFileSync('/tmp/alive', ''), 60_000).unref();
    `,
    },
    {
      name: 'tests and scripts',
      files: {
        'tests/app.test.js': `
        import express from 'express';
        import fs from 'node:fs';
        const app = express();
        app.get('/', (req, res) => res.send(fs.readFileSync('x')));
        app.listen(0);
      `,
        'scripts/serve.js': `
        import fs from 'node:fs';
        import http from 'node:http';
        http.createServer((req, res) => res.end(fs.readFileSync('x'))).listen(0);
      `,
      },
    },
    {
      name: 'an error listener of the server',
      files: js`
      import fs from 'node:fs';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      server.on('error', (error) => fs.writeFileSync('error.log', String(error)));
      server.listen(3000);
    `,
    },
  ],
});
