import { cjs, js, table, ts } from './table.js';

/** The same defect, and what only looks like it, in the shapes of real services. */
table('no-process-exit-in-handler', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a promise chain in a route, CommonJS',
      files: cjs`
      const express = require('express');
      const { Pool } = require('pg');
      const pool = new Pool();
      const app = express();
      app.get('/', (req, res) => {
        pool.query('select 1')
          .then(({ rows }) => res.json(rows))
          .catch((error) => {
            console.error(error);
            process.exit(1); // ! work
          });
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a callback in a route',
      files: js`
      import fs from 'node:fs';
      import http from 'node:http';
      http.createServer((req, res) => {
        fs.readFile('index.html', (error, text) => {
          if (error) process.exit(1); // ! work
          res.end(text);
        });
      }).listen(3000);
    `,
    },
    {
      name: 'a Fastify hook and error handler',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      app.addHook('onRequest', async (request) => {
        if (!request.headers.host) process.exit(1); // ! work
      });
      app.setErrorHandler((error, request, reply) => {
        reply.send(error);
        process.exit(1); // ! work
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'Koa middleware',
      files: ts`
      import Koa from 'koa';
      const app = new Koa();
      app.use(async (ctx, next) => {
        try {
          await next();
        } catch {
          process.exit(1); // ! work
        }
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a failure of a timer that asks a database',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      express().listen(3000);
      async function check() {
        try {
          await pool.query('select 1');
        } catch {
          process.exit(1); // ! tick
        }
      }
      setInterval(check, 5000);
    `,
    },
    {
      name: 'socket.io',
      files: js`
      import { Server } from 'socket.io';
      const io = new Server(3000);
      io.on('connection', (socket) => {
        socket.on('stop', () => process.exit(0)); // ! work
      });
    `,
    },
    {
      name: 'gRPC',
      files: js`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      server.addService({}, {
        get(call, callback) {
          if (!call.request) process.exit(1); // ! work
          callback(null, {});
        },
      });
      server.bindAsync('0.0.0.0:1', grpc.ServerCredentials.createInsecure(), () => {});
    `,
    },
    {
      name: 'RabbitMQ',
      files: js`
      import amqp from 'amqplib';
      const connection = await amqp.connect('amqp://mq');
      const channel = await connection.createChannel();
      await channel.consume('jobs', (message) => {
        if (!message) process.exit(1); // ! work
        channel.ack(message);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a helper that a route and the start share, called at the start only',
      files: js`
      import express from 'express';
      const fail = (error) => { console.error(error); process.exit(1); };
      const app = express();
      app.get('/', (req, res) => res.send('ok'));
      if (!process.env.PORT) fail(new Error('no port'));
      app.listen(process.env.PORT);
    `,
    },
    {
      name: 'a lost database connection',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      express().listen(3000);
      mongoose.connect('mongodb://db').catch((error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'a route that starts the shutdown of the service',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { createServer } from 'node:http';
        import { shutdown } from './shutdown';
        const app = express();
        const server = createServer(app);
        app.post('/internal/stop', (req, res) => {
          res.sendStatus(202);
          void shutdown(server);
        });
        server.listen(3000);
        process.once('SIGTERM', () => void shutdown(server));
      `,
        'src/shutdown.ts': `
        import type { Server } from 'node:http';
        export async function shutdown(server: Server): Promise<void> {
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        }
      `,
      },
    },
    {
      name: 'exit listeners of children',
      files: js`
      import { spawn } from 'node:child_process';
      import express from 'express';
      express().listen(3000);
      spawn('redis-server').on('exit', (code) => process.exit(code ?? 1));
    `,
    },
    {
      name: 'a start-up deadline',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      const late = setTimeout(() => process.exit(1), 30_000);
      await mongoose.connect('mongodb://db');
      clearTimeout(late);
      express().listen(3000);
    `,
    },
    {
      name: 'a command of a tool with subcommands',
      manifest: { bin: 'src/cli.js' },
      files: {
        'src/cli.js': `
        import { Command } from 'commander';
        import { serve } from './serve.js';
        new Command().command('serve').action(() => serve());
      `,
        'src/serve.js': `
        import http from 'node:http';
        export function serve() {
          http.createServer((req, res) => { if (req.url === '/quit') process.exit(0); res.end(); }).listen(8080);
        }
      `,
      },
    },
    {
      name: 'the message of a parent',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('message', (message) => {
        if (message === 'shutdown') server.close(() => process.exit(0));
      });
      process.on('disconnect', () => process.exit(0));
    `,
    },
    {
      name: 'an event of the shutdown',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      app.addHook('onClose', async () => { console.log('closed'); });
      process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a route that waits for the framework to close',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      app.post('/stop', (request, reply) => {
        reply.send('bye');
        setImmediate(async () => {
          await app.close();
          process.exit(0);
        });
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'an interactive line',
      files: js`
      import http from 'node:http';
      import readline from 'node:readline';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      readline.createInterface({ input: process.stdin }).on('line', (line) => {
        if (line === 'quit') server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the end of a drain that handlers reach',
      files: js`
      import http from 'node:http';
      let isDraining = false;
      let open = 0;
      const server = http.createServer((req, res) => {
        open += 1;
        res.on('finish', () => {
          open -= 1;
          if (isDraining && open === 0) process.exit(0);
        });
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => { isDraining = true; server.close(); });
    `,
    },
  ],
});
