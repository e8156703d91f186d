import { cjs, js, table, ts } from './table.js';

table('no-blocking-handler', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a file',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.get('/report', async (req, res) => {
        const text = fs.readFileSync('report.txt', 'utf8'); // ! blocking
        res.send(text);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a destructured call in a function that is passed, CommonJS',
      files: cjs`
      const express = require('express');
      const { writeFileSync } = require('fs');
      async function save(req, res) {
        writeFileSync('/tmp/order.json', JSON.stringify(req.body)); // ! blocking
        res.sendStatus(201);
      }
      const app = express();
      app.post('/orders', save);
      app.listen(3000);
    `,
    },
    {
      name: 'a job',
      files: js`
      import { Worker } from 'bullmq';
      import { readFileSync as read } from 'node:fs';
      new Worker('mail', async (job) => {
        const template = read('mail.html', 'utf8'); // ! blocking
        return template.replace('x', job.data);
      });
    `,
    },
    {
      name: 'a Fastify route',
      files: js`
      import { existsSync, statSync } from 'node:fs';
      import Fastify from 'fastify';
      const app = Fastify();
      app.get('/size', async () => {
        const { size } = statSync('data.bin'); // ! blocking
        return { size };
      });
      console.log(existsSync('data.bin'));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'middleware',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.use(async (req, res, next) => {
        fs.appendFileSync('access.log', req.url); // ! blocking
        next();
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a Kafka message',
      files: ts`
      import { Kafka } from 'kafkajs';
      import { mkdirSync } from 'node:fs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'a' });
      void consumer.run({
        eachMessage: async ({ topic }) => {
          mkdirSync(topic, { recursive: true }); // ! blocking
        },
      });
    `,
    },
    {
      name: 'a plain server',
      files: js`
      import http from 'node:http';
      import fs from 'node:fs';
      http.createServer(async (req, res) => {
        res.end(fs.readFileSync('index.html')); // ! blocking
      }).listen(3000);
    `,
    },
    {
      name: 'a class method that is bound',
      files: ts`
      import express, { type Request, type Response } from 'express';
      import * as fs from 'node:fs';
      class Files {
        async list(req: Request, res: Response): Promise<void> {
          const names = fs.readdirSync('.'); // ! blocking
          res.json(names);
        }
      }
      const files = new Files();
      const app = express();
      app.get('/files', files.list.bind(files));
      app.listen(3000);
    `,
    },
    {
      name: 'an expression',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.get('/report', (req, res) => res.send(fs.readFileSync('report.txt'))); // ! blocking
      app.listen(3000);
    `,
    },
    {
      name: 'a slow hash',
      files: js`
      import bcrypt from 'bcrypt';
      import express from 'express';
      const app = express();
      app.post('/login', async (req, res) => {
        const isRight = bcrypt.compareSync(req.body.password, 'hash'); // ! blocking
        res.sendStatus(isRight ? 200 : 401);
      });
      app.listen(3000);
    `,
    },
  ],
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
