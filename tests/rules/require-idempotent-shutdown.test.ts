import { cjs, js, table, ts } from './table.js';

table('require-idempotent-shutdown', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'SIGTERM that comes again',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! repeated
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'SIGTERM and SIGINT, CommonJS',
      files: cjs`
      const express = require('express');
      const server = express().listen(3000);
      function shutdown() {
        server.close((error) => process.exit(error ? 1 : 0));
      }
      process.on('SIGTERM', shutdown); // ! repeated
      process.on('SIGINT', shutdown);
    `,
    },
    {
      name: 'a pool that ends twice',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGTERM', async () => { // ! repeated
        await app.close();
        await pool.end();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a loop over signals and a method of a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        private readonly server = createServer((req, res) => res.end());
        start(): void {
          this.server.listen(3000);
          for (const signal of ['SIGTERM', 'SIGINT']) {
            process.on(signal, () => void this.stop()); // ! repeated
          }
        }
        private async stop(): Promise<void> {
          await new Promise((resolve) => this.server.close(resolve));
          process.exit(0);
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a flag that is set and never asked',
      files: js`
      import http from 'node:http';
      export let isDraining = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! repeated
        isDraining = true;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a flag that is asked and never set',
      files: js`
      import http from 'node:http';
      let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! repeated
        if (isStopping) return;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'an alias of the shutdown',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const stop = () => { server.close(() => process.exit(0)); };
      const onSignal = stop;
      process.addListener('SIGTERM', onSignal); // ! repeated
    `,
    },
    {
      name: 'a consumer',
      files: js`
      import { NodeSDK } from '@opentelemetry/sdk-node';
      import amqp from 'amqplib';
      const sdk = new NodeSDK();
      sdk.start();
      const connection = await amqp.connect('amqp://mq');
      const channel = await connection.createChannel();
      await channel.consume('jobs', (message) => channel.ack(message));
      process.on('SIGTERM', async () => { // ! repeated
        await channel.close();
        await connection.close();
        await sdk.shutdown();
        process.exit(0);
      });
    `,
    },
    {
      name: 'once for one signal, on for the other',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const stop = () => server.close(() => process.exit(0));
      process.once('SIGINT', stop); // ! repeated
      process.on('SIGTERM', stop);
    `,
    },
  ],
});
