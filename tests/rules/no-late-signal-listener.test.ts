import { cjs, js, table, ts } from './table.js';

table('no-late-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'after a top-level await',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      process.on('SIGTERM', () => void app.close()); // ! late
    `,
    },
    {
      name: 'in a method of a class, after its own connect',
      files: ts`
      import { createServer } from 'node:http';
      import { createClient } from 'redis';
      class App {
        private readonly redis = createClient();
        private readonly server = createServer((req, res) => res.end());
        async start(): Promise<void> {
          await this.redis.connect();
          this.server.listen(3000);
          process.on('SIGTERM', () => this.stop()); // ! late
        }
        private stop(): void { this.server.close(() => process.exit(0)); }
      }
      void new App().start();
    `,
    },
    {
      name: 'after an awaited helper that connects',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { connect } from './db.js';
        const server = http.createServer((req, res) => res.end());
        await connect();
        process.on('SIGTERM', () => server.close(() => process.exit(0))); // ! late
        server.listen(3000);
      `,
        'src/db.js': `
        import mongoose from 'mongoose';
        export const connect = async () => {
          await mongoose.connect('mongodb://db');
        };
      `,
      },
    },
    {
      name: 'after a consumer runs',
      files: js`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'a' });
      await consumer.connect();
      await consumer.run({ eachMessage: async () => {} });
      process.on('SIGTERM', async () => { // ! late
        await consumer.disconnect();
        process.exit(0);
      });
    `,
    },
    {
      name: 'after an awaited start of a library',
      files: ts`
      import { NestFactory } from '@nestjs/core';
      import { Module } from '@nestjs/common';
      @Module({})
      class AppModule {}
      async function bootstrap(): Promise<void> {
        const app = await NestFactory.create(AppModule);
        await app.listen(3000);
        process.on('SIGTERM', () => void app.close().then(() => process.exit(0))); // ! late
      }
      void bootstrap();
    `,
    },
    {
      name: 'after migrations in a bootstrap function',
      files: cjs`
      const http = require('node:http');
      const db = require('knex')({ client: 'pg' });
      const server = http.createServer((req, res) => res.end());
      async function bootstrap() {
        await db.migrate.latest();
        server.listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0))); // ! late
      }
      bootstrap().catch(() => process.exit(1));
    `,
    },
    {
      name: 'a named listener after an awaited connection',
      files: ts`
      import amqp from 'amqplib';
      import { createServer, type Server } from 'node:http';
      const server: Server = createServer((req, res) => res.end());
      function stop(): void { server.close(() => process.exit(0)); }
      async function main(): Promise<void> {
        const connection = await amqp.connect('amqp://mq');
        await connection.createChannel();
        process.on('SIGTERM', stop); // ! late
        server.listen(3000);
      }
      void main();
    `,
    },
    {
      name: 'after a framework became ready',
      files: cjs`
      const fastify = require('fastify')();
      async function start() {
        await fastify.ready();
        await fastify.listen({ port: 3000 });
        process.once('SIGTERM', () => { fastify.close().then(() => process.exit(0)); }); // ! late
      }
      start();
    `,
    },
    {
      name: 'SIGTERM late although SIGINT is there in time',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      process.once('SIGINT', () => void app.close());
      await app.listen({ port: 3000 });
      process.once('SIGTERM', () => void app.close()); // ! late
    `,
    },
  ],
});
