import { cjs, js, table, ts } from './table.js';

/** Resources that are left open, in the shapes of real services. */
table('no-unclosed-resource', {
  at: /^(?:new )?[\w.]+\(/u,
  reports: [
    {
      name: 'a client beside a server, both known by global names',
      unrepaired: true,
      files: {
        'src/main.cjs': `
        /* global cache */
        const Redis = require('ioredis');
        const express = require('express');
        global.cache = new Redis(); // ! unclosed
        const app = express();
        app.get('/', async (req, res) => res.send(await cache.get('a')));
        globalThis.server = app.listen(3000);
        process.once('SIGTERM', () => {
          global.server.close(() => process.exit(0));
        });
      `,
      },
    },
    {
      name: 'a server beside an Apollo Server whose signal is heard again',
      files: js`
      import express from 'express';
      import { ApolloServer } from 'apollo-server-express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      const apollo = new ApolloServer({ context: () => ({ pool }) });
      await apollo.start();
      apollo.applyMiddleware({ app });
      app.listen(4000); // ! unclosed
      process.on('SIGTERM', async () => {
        await pool.end();
      });
      process.on('SIGINT', async () => {
        await pool.end();
      });
    `,
    },
    {
      name: 'a server beside what the shutdown closes in a copy of a map',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pools = new Map();
      for (const name of ['orders', 'users']) pools.set(name, new pg.Pool({ database: name }));
      const server = http.createServer((req, res) => res.end('ok')); // ! unclosed
      server.listen(3000);
      process.once('SIGTERM', async () => {
        await Promise.all(Array.from(pools.values()).map((pool) => pool.end()));
      });
    `,
    },
    {
      name: 'a pool beside a framework that is closed',
      files: ts`
      import Fastify from 'fastify';
      import { Pool } from 'pg';
      const pool = new Pool(); // ! unclosed
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      process.on('SIGTERM', async () => {
        await app.close();
        process.exit(0);
      });
      void app.listen({ port: 3000 });
    `,
    },
    {
      name: 'an alias of the constructor, CommonJS',
      files: cjs`
      const http = require('node:http');
      const { Pool: Database } = require('pg');
      const db = new Database(); // ! unclosed
      const server = http.createServer((req, res) => db.query('select 1').then(() => res.end())).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => console.log('closed'));
      });
    `,
    },
    {
      name: 'a queue',
      files: js`
      import Fastify from 'fastify';
      import { Queue } from 'bullmq';
      const app = Fastify();
      const mail = new Queue('mail'); // ! unclosed
      app.post('/', async () => mail.add('x', {}));
      process.on('SIGTERM', async () => {
        await app.close();
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a pool of MySQL in a named shutdown',
      files: cjs`
      const express = require('express');
      const mysql = require('mysql2/promise');
      const pool = mysql.createPool({}); // ! unclosed
      const app = express();
      app.get('/', async (req, res) => res.json(await pool.query('select 1')));
      const server = app.listen(3000);
      async function shutdown() {
        await new Promise((resolve) => server.close(resolve));
        console.log('closed');
      }
      process.on('SIGTERM', shutdown);
    `,
    },
    {
      name: 'a close that only a failing way reaches',
      files: js`
      import Fastify from 'fastify';
      import Redis from 'ioredis';
      const redis = new Redis(); // ! unclosed
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
      });
      try {
        await app.listen({ port: 3000 });
      } catch {
        await redis.quit();
        process.exit(1);
      }
    `,
    },
  ],
});
