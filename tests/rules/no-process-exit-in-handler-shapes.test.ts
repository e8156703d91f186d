import { cjs, js, table, ts } from './table.js';

/** The same defect in the shapes of real services. */
table('no-process-exit-in-handler', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a signal to another process is no request to stop',
      files: js`
      import express from 'express';
      const app = express();
      app.post('/restart/:pid', (req, res) => {
        process.kill(Number(req.params.pid), 'SIGTERM');
        setTimeout(() => process.exit(1), 1000); // ! work
        res.end();
      });
      app.listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'one of the routes that hapi is given in a list',
      files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      server.route([
        { method: 'GET', path: '/health', handler: () => 'ok' },
        {
          method: 'POST',
          path: '/orders',
          options: {
            handler: (request) => {
              if (!request.payload) process.exit(1); // ! work
              return 'ok';
            },
          },
        },
      ]);
      await server.start();
    `,
    },
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
});
