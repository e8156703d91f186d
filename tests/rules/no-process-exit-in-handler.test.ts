import { cjs, js, table, ts } from './table.js';

table('no-process-exit-in-handler', {
  at: /^(?:process\.)?(?:exit|abort|reallyExit|kill|die|end)\(/u,
  reports: [
    { name: 'a route', files: js`
      import express from 'express';
      const app = express();
      app.get('/orders', (req, res) => {
        if (!req.query.id) process.exit(1); // ! work
        res.json({});
      });
      app.listen(3000);
    ` },
    { name: 'an error handler that passes by name, CommonJS', files: cjs`
      const express = require('express');
      const app = express();
      function onError(error, req, res, next) {
        console.error(error);
        process.exit(1); // ! work
      }
      app.use(onError);
      app.listen(3000);
    ` },
    { name: 'an aliased import in a plain server', files: js`
      import { createServer } from 'node:http';
      import { exit as end } from 'node:process';
      createServer((req, res) => {
        if (req.url === '/stop') end(0); // ! work
        res.end();
      }).listen(3000);
    ` },
    { name: 'an abort behind a wrapper', files: js`
      import express from 'express';
      import asyncHandler from 'express-async-handler';
      const app = express();
      app.post('/orders', asyncHandler(async (req, res) => {
        if (!(await save(req.body))) process.abort(); // ! work
        res.sendStatus(201);
      }));
      async function save(order) { return order; }
      app.listen(3000);
    ` },
    { name: 'an awaited helper of another module', files: {
      'src/main.js': `
        import Fastify from 'fastify';
        import { charge } from './charge.js';
        const app = Fastify();
        app.post('/charge', async (request) => charge(request.body));
        await app.listen({ port: 3000 });
      `,
      'src/charge.js': `
        import process from 'node:process';
        export async function charge(body) {
          if (!body) process.exit(2); // ! work
          return body;
        }
      `,
    } },
    { name: 'a bound method of a class', files: ts`
      import express, { type Request, type Response } from 'express';
      class Orders {
        list(req: Request, res: Response): void {
          if (!req.query['page']) process.exit(1); // ! work
          res.json([]);
        }
      }
      const orders = new Orders();
      const app = express();
      app.get('/orders', orders.list.bind(orders));
      app.listen(3000);
    ` },
    { name: 'a class controller', files: {
      'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap() {
          const app = await NestFactory.create(AppModule);
          app.enableShutdownHooks();
          await app.listen(3000);
        }
        void bootstrap();
      `,
      'src/app.module.ts': `
        import { Controller, Get, Module } from '@nestjs/common';
        @Controller('orders')
        export class OrdersController {
          @Get()
          list(): string[] {
            if (Math.random() > 0.5) process.exit(1); // ! work
            return [];
          }
        }
        @Module({ controllers: [OrdersController] })
        export class AppModule {}
      `,
    } },
    { name: 'a job consumer', files: js`
      import { Worker } from 'bullmq';
      new Worker('mail', async (job) => {
        if (!job.data) process.exit(1); // ! work
      });
    ` },
    { name: 'a socket listener of a server', files: js`
      import net from 'node:net';
      const server = net.createServer((socket) => {
        socket.on('error', () => process.exit(1)); // ! work
      });
      server.listen(7000);
    ` },
    { name: 'a WebSocket connection', files: js`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      wss.on('connection', (socket) => {
        socket.on('message', (data) => {
          if (String(data) === 'die') process.exit(0); // ! work
        });
      });
    ` },
    { name: 'a timer of a live service', files: js`
      import express from 'express';
      const app = express();
      app.listen(3000);
      setInterval(() => {
        if (process.memoryUsage().rss > 5e8) process.exit(1); // ! tick
      }, 1000);
    ` },
    { name: 'a cron callback', files: js`
      import Fastify from 'fastify';
      import cron from 'node-cron';
      const app = Fastify();
      cron.schedule('0 3 * * *', () => process.exit(0)); // ! tick
      app.listen({ port: 3000 });
    ` },
    { name: 'a destructured exit in the middleware of a router', files: {
      'src/main.js': `
        import express from 'express';
        import { router } from './router.js';
        const app = express();
        app.use('/api', router);
        app.listen(3000);
      `,
      'src/router.js': `
        import { Router } from 'express';
        const { exit } = process;
        export const router = Router();
        router.use((req, res, next) => {
          if (!req.headers.authorization) exit(1); // ! work
          next();
        });
      `,
    } },
    { name: 'a Kafka message', files: js`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'orders' });
      await consumer.connect();
      await consumer.subscribe({ topic: 'orders' });
      await consumer.run({
        eachMessage: async ({ message }) => {
          try {
            JSON.parse(String(message.value));
          } catch {
            process.exit(1); // ! work
          }
        },
      });
    ` },
  ],
  silent: [
    { name: 'a command-line tool', files: { 'src/main.js': `#!/usr/bin/env node
import { readFileSync } from 'node:fs';
const text = readFileSync(process.argv[2] ?? '', 'utf8');
process.exit(text.length > 0 ? 0 : 1);
` } },
    { name: 'a development server behind a bin', manifest: { bin: { dev: 'src/cli.js' } }, files: { 'src/cli.js': `
      import http from 'node:http';
      http.createServer((req, res) => {
        res.end();
        process.exit(0);
      }).listen(0);
    ` } },
    { name: 'a start that fails', files: js`
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
    ` },
    { name: 'a port that is taken', files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      server.on('error', (error) => {
        console.error(error);
        process.exit(1);
      });
      server.listen(3000);
    ` },
    { name: 'a signal listener and a fatal one', files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      process.on('uncaughtException', (error) => {
        console.error(error);
        process.exit(1);
      });
    ` },
    { name: 'the deadline of a shutdown', files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => process.exit(0));
      });
    ` },
    { name: 'a watch of the drain that a shutdown starts', files: js`
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
    ` },
    { name: 'a worker thread', files: {
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
    } },
    { name: 'a route that asks for the shutdown that SIGTERM runs', files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => {
        res.end();
        if (req.url === '/stop') process.kill(process.pid, 'SIGTERM');
      }).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    ` },
    { name: 'a route that exits when the server has closed', files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => {
        res.end();
        if (req.url === '/stop') server.close(() => process.exit(0));
      });
      server.listen(3000);
    ` },
    { name: 'tests', files: { 'tests/app.test.js': `
      import express from 'express';
      const app = express();
      app.get('/', () => process.exit(1));
      app.listen(0);
    ` } },
    { name: 'a build script beside the service', files: {
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
    } },
    { name: 'an exit that is a method of something else', files: js`
      import express from 'express';
      const game = { exit(code) { return code; } };
      const app = express();
      app.get('/', (req, res) => res.json(game.exit(1)));
      app.listen(3000);
    ` },
    { name: 'browser code', files: { 'src/page.js': `
      document.getElementById('quit').addEventListener('click', () => process.exit(0));
      setInterval(() => process.exit(1), 1000);
    ` } },
    { name: 'a cluster primary that follows its workers', files: js`
      import cluster from 'node:cluster';
      import http from 'node:http';
      if (cluster.isPrimary) {
        const worker = cluster.fork();
        worker.on('exit', (code) => process.exit(code ?? 1));
      } else {
        http.createServer((req, res) => res.end()).listen(3000);
      }
    ` },
    { name: 'a short script with a timer', files: js`
      import { get } from 'node:https';
      const limit = setTimeout(() => process.exit(1), 5000);
      get('https://example.org', () => clearTimeout(limit));
    ` },
    { name: 'an exit code that is only set', files: js`
      import { Worker } from 'bullmq';
      new Worker('mail', async (job) => {
        if (!job.data) process.exitCode = 1;
      });
    ` },
  ],
});
