import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('enforce-shutdown-order', [
  {
    name: 'the user in a promise around its callback',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await pool.end();
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve) => server.close(resolve));
        await pool.end();
        process.exit(0);
      });
    `,
  },
  {
    name: 'two promises in a chain',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import mongoose from 'mongoose';
        const app = Fastify();
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          mongoose.disconnect().then(() => app.close()).then(() => process.exit(0));
        });
        await mongoose.connect('x');
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import Fastify from 'fastify';
      import mongoose from 'mongoose';
      const app = Fastify();
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        app.close().then(() => mongoose.disconnect()).then(() => process.exit(0));
      });
      await mongoose.connect('x');
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'a callback at the end of a chain',
    files: {
      'main.js': code`
        import http from 'node:http';
        import { NodeSDK } from '@opentelemetry/sdk-node';
        const telemetry = new NodeSDK();
        telemetry.start();
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          telemetry.shutdown().then(() => server.close(() => process.exit(0)));
        });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import http from 'node:http';
      import { NodeSDK } from '@opentelemetry/sdk-node';
      const telemetry = new NodeSDK();
      telemetry.start();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => telemetry.shutdown().then(() => process.exit(0)));
      });
    `,
  },
  {
    name: 'both in Promise.all',
    files: {
      'main.js': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        app.get('/', () => pool.query('select 1'));
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await Promise.all([app.close(), pool.end()]);
          process.exit(0);
        });
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await app.close();
        await pool.end();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'a callback in a callback',
    files: {
      'main.js': code`
        import http from 'node:http';
        import mysql from 'mysql';
        const pool = mysql.createPool({});
        const server = http.createServer((req, res) => pool.query('select 1', () => res.end())).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          pool.end(() => {
            server.close(() => process.exit(0));
          });
        });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import http from 'node:http';
      import mysql from 'mysql';
      const pool = mysql.createPool({});
      const server = http.createServer((req, res) => pool.query('select 1', () => res.end())).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => {
          pool.end(() => process.exit(0));
        });
      });
    `,
  },
  {
    name: 'beside a callback',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => process.exit(0));
          await pool.end();
        });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(async () => {
          await pool.end();
          process.exit(0);
        });
      });
    `,
  },
]);
