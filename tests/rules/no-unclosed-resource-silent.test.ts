import { cjs, js, table, ts } from './table.js';

table('no-unclosed-resource', {
  silent: [
    {
      name: 'all closed',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => server.close(async () => {
        await pool.end();
        process.exit(0);
      }));
    `,
    },
    {
      name: 'a close in another module',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const db = require('./db.cjs');
        const server = http.createServer((req, res) => db.query().then(() => res.end())).listen(3000);
        process.on('SIGTERM', () => server.close(() => db.close()));
      `,
        'src/db.cjs': `
        const { Pool } = require('pg');
        const pool = new Pool();
        exports.query = () => pool.query('select 1');
        exports.close = () => pool.end();
      `,
      },
    },
    {
      name: 'a Fastify hook',
      files: js`
      import Fastify from 'fastify';
      import fp from 'fastify-plugin';
      import pg from 'pg';
      const app = Fastify();
      app.register(fp(async (instance) => {
        const pool = new pg.Pool();
        instance.decorate('pool', pool);
        instance.addHook('onClose', async () => { await pool.end(); });
      }));
      process.on('SIGTERM', () => void app.close());
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a Nest hook',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule);
          app.enableShutdownHooks();
          await app.listen(3000);
        }
        void bootstrap();
      `,
        'src/app.module.ts': `
        import { Injectable, Module, type OnApplicationShutdown } from '@nestjs/common';
        import { Pool } from 'pg';
        @Injectable()
        export class Store implements OnApplicationShutdown {
          private readonly pool = new Pool();
          async onApplicationShutdown(): Promise<void> { await this.pool.end(); }
        }
        @Module({ providers: [Store] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'closing the owner',
      files: js`
      import http from 'node:http';
      import { WebSocketServer } from 'ws';
      const server = http.createServer((req, res) => res.end());
      const wss = new WebSocketServer({ server });
      wss.on('connection', (socket) => socket.send('hi'));
      server.listen(3000);
      process.on('SIGTERM', () => {
        wss.close();
        server.close();
      });
    `,
    },
    {
      name: 'a short-lived client',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const server = http.createServer(async (req, res) => {
        const client = new pg.Client();
        await client.connect();
        await client.query('select 1');
        await client.end();
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'await using',
      files: ts`
      import { createServer } from 'node:http';
      import { once } from 'node:events';
      async function main(): Promise<void> {
        await using server = createServer((req, res) => res.end());
        server.listen(3000);
        await once(process, 'SIGTERM');
      }
      void main();
    `,
    },
    {
      name: 'no shutdown at all',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
    `,
    },
    {
      name: 'a serverless handler',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      export const handler = async () => pool.query('select 1');
    `,
    },
    {
      name: 'a script that ends',
      files: js`
      import Redis from 'ioredis';
      const redis = new Redis();
      process.on('SIGINT', () => process.exit(130));
      await redis.set('a', 'b');
      redis.disconnect();
    `,
    },
    {
      name: 'what needs no close',
      files: js`
      import { S3Client } from '@aws-sdk/client-s3';
      import axios from 'axios';
      import express from 'express';
      const s3 = new S3Client({});
      const http = axios.create({ timeout: 1000 });
      const server = express().get('/', (req, res) => res.json([s3.config, http.defaults])).listen(3000);
      process.on('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'terminus closes it',
      files: cjs`
      const http = require('node:http');
      const { createTerminus } = require('@godaddy/terminus');
      const { Pool } = require('pg');
      const pool = new Pool();
      const server = http.createServer((req, res) => res.end());
      createTerminus(server, { signals: ['SIGTERM'], onSignal: () => pool.end() });
      server.listen(3000);
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('a').then(() => res.end())).listen(0);
      process.on('SIGTERM', () => server.close());
    `,
      },
    },
    {
      name: 'a client of the start that is closed there',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const server = http.createServer((req, res) => res.end());
      process.on('SIGTERM', () => server.close());
      async function migrate() {
        const client = new pg.Client();
        await client.connect();
        try {
          await client.query('create table if not exists a ()');
        } finally {
          await client.end();
        }
      }
      await migrate();
      server.listen(3000);
    `,
    },
    {
      name: 'a server that an AbortSignal closes',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      http.createServer((req, res) => res.end()).listen({ port: 3000, signal: stop.signal });
      process.on('SIGTERM', () => stop.abort());
    `,
    },
    {
      name: 'a halt of something unknown',
      files: ts`
      import { createServer } from 'node:http';
      import { Container } from '@acme/container';
      const container = new Container();
      createServer((req, res) => container.handle(req, res)).listen(3000);
      process.on('SIGTERM', () => container.halt());
    `,
    },
  ],
});
