import { cjs, js, table, ts } from './table.js';

table('no-swallowed-crash', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'an uncaught exception that is only logged',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => console.error(error)); // ! lives-on
    `,
    },
    {
      name: 'a rejection that is only logged, CommonJS',
      files: cjs`
      const express = require('express');
      express().listen(3000);
      process.on('unhandledRejection', (reason) => { // ! lives-on
        console.error('rejected', reason);
      });
    `,
    },
    {
      name: 'code 0',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        console.error(error);
        process.exit(0); // ! exits-clean
      });
    `,
    },
    {
      name: 'no code',
      files: ts`
      import Fastify from 'fastify';
      const app = Fastify();
      process.once('uncaughtException', (error: Error) => {
        app.log.fatal(error);
        process.exit(); // ! exits-clean
      });
      void app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a shutdown that ends with 0',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function shutdown() {
        server.close(() => process.exit(0)); // ! exits-clean
      }
      process.once('SIGTERM', shutdown);
      process.on('uncaughtException', shutdown);
    `,
    },
    {
      name: 'a start whose failure is only logged',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      async function main() {
        await app.listen({ port: 3000 });
      }
      main().catch(console.error); // ! start-up
    `,
    },
    {
      name: 'a start whose failure is logged by a function',
      files: ts`
      import mongoose from 'mongoose';
      import express from 'express';
      async function bootstrap(): Promise<void> {
        await mongoose.connect('mongodb://db');
        express().listen(3000);
      }
      bootstrap().catch((error) => { console.error('failed', error); }); // ! start-up
    `,
    },
    {
      name: 'a listener of another module',
      files: {
        'src/main.js': `
        import express from 'express';
        import { watchCrashes } from './crashes.js';
        watchCrashes();
        express().listen(3000);
      `,
        'src/crashes.js': `
        function note(error) { console.error(error); }
        export function watchCrashes() {
          process.on('uncaughtException', note); // ! lives-on
        }
      `,
      },
    },
    {
      name: 'a logger',
      files: js`
      import express from 'express';
      import winston from 'winston';
      const logger = winston.createLogger({ transports: [new winston.transports.Console()] });
      express().listen(3000);
      process.on('uncaughtException', (error) => { // ! lives-on
        logger.error(error.message);
      });
    `,
    },
    {
      name: 'an ordinary event of something unseen',
      files: js`
      import express from 'express';
      import { bus } from '@acme/bus';
      express().listen(3000);
      process.on('unhandledRejection', (error) => { // ! lives-on
        bus.emit('log.line', { text: error.message });
      });
    `,
    },
    {
      name: 'an imported process and both events',
      files: js`
      import { Worker } from 'bullmq';
      import proc from 'node:process';
      new Worker('mail', async () => {});
      for (const event of ['uncaughtException', 'unhandledRejection']) {
        proc.on(event, (error) => console.error(event, error)); // ! lives-on
      }
    `,
    },
    {
      name: 'a start in a promise chain',
      files: cjs`
      const express = require('express');
      const mongoose = require('mongoose');
      mongoose.connect('mongodb://db')
        .then(() => express().listen(3000))
        .catch((error) => console.log(error)); // ! start-up
    `,
    },
  ],
});
