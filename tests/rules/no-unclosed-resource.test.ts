import { js, table } from './table.js';

table('no-unclosed-resource', {
  at: /^(?:new )?[\w.]+\(/u,
  reports: [
    {
      name: 'a pool',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool(); // ! unclosed
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'telemetry',
      files: js`
      import { NodeSDK } from '@opentelemetry/sdk-node';
      import http from 'node:http';
      const sdk = new NodeSDK(); // ! unclosed
      sdk.start();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a second server',
      files: js`
      import express from 'express';
      const server = express().listen(3000);
      const metrics = express().listen(9090); // ! unclosed
      process.on('SIGTERM', () => server.close());
      export { metrics };
    `,
    },
    {
      name: 'one of two clients, destructured',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      const cache = createClient();
      const bus = createClient(); // ! unclosed
      const server = http.createServer((req, res) => res.end()).listen(3000);
      bus.subscribe('a', () => {});
      process.on('SIGTERM', () => server.close(async () => { await cache.quit(); }));
    `,
    },
    {
      name: 'a producer opened by a wrapper',
      files: js`
      import Fastify from 'fastify';
      import { Kafka } from 'kafkajs';
      const app = Fastify();
      function makeProducer() {
        return new Kafka({ brokers: ['kafka:9092'] }).producer(); // ! unclosed
      }
      const producer = makeProducer();
      app.post('/', async () => producer.send({ topic: 'a', messages: [] }));
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
  ],
});
