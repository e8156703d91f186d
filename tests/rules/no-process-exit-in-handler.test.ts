import { cjs, js, table, ts } from './table.js';

table('no-process-exit-in-handler', {
  at: /^(?:process\.)?(?:exit|abort|reallyExit|kill|die|end)\(/u,
  reports: [
    {
      name: 'a route',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/orders', (req, res) => {
        if (!req.query.id) process.exit(1); // ! work
        res.json({});
      });
      app.listen(3000);
    `,
    },
    {
      name: 'an error handler that passes by name, CommonJS',
      files: cjs`
      const express = require('express');
      const app = express();
      function onError(error, req, res, next) {
        console.error(error);
        process.exit(1); // ! work
      }
      app.use(onError);
      app.listen(3000);
    `,
    },
    {
      name: 'an aliased import in a plain server',
      files: js`
      import { createServer } from 'node:http';
      import { exit as end } from 'node:process';
      createServer((req, res) => {
        if (req.url === '/stop') end(0); // ! work
        res.end();
      }).listen(3000);
    `,
    },
    {
      name: 'an abort behind a wrapper',
      files: js`
      import express from 'express';
      import asyncHandler from 'express-async-handler';
      const app = express();
      app.post('/orders', asyncHandler(async (req, res) => {
        if (!(await save(req.body))) process.abort(); // ! work
        res.sendStatus(201);
      }));
      async function save(order) { return order; }
      app.listen(3000);
    `,
    },
    {
      name: 'an awaited helper of another module',
      files: {
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
      },
    },
    {
      name: 'a bound method of a class',
      files: ts`
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
    `,
    },
    {
      name: 'a class controller',
      files: {
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
      },
    },
    {
      name: 'a job consumer',
      files: js`
      import { Worker } from 'bullmq';
      new Worker('mail', async (job) => {
        if (!job.data) process.exit(1); // ! work
      });
    `,
    },
    {
      name: 'a socket listener of a server',
      files: js`
      import net from 'node:net';
      const server = net.createServer((socket) => {
        socket.on('error', () => process.exit(1)); // ! work
      });
      server.listen(7000);
    `,
    },
    {
      name: 'a WebSocket connection',
      files: js`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      wss.on('connection', (socket) => {
        socket.on('message', (data) => {
          if (String(data) === 'die') process.exit(0); // ! work
        });
      });
    `,
    },
    {
      name: 'a timer of a live service',
      files: js`
      import express from 'express';
      const app = express();
      app.listen(3000);
      setInterval(() => {
        if (process.memoryUsage().rss > 5e8) process.exit(1); // ! tick
      }, 1000);
    `,
    },
    {
      name: 'a cron callback',
      files: js`
      import Fastify from 'fastify';
      import cron from 'node-cron';
      const app = Fastify();
      cron.schedule('0 3 * * *', () => process.exit(0)); // ! tick
      app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a destructured exit in the middleware of a router',
      files: {
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
      },
    },
    {
      name: 'a Kafka message',
      files: js`
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
    `,
    },
  ],
});
