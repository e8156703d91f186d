import { cjs, js, table, ts } from './table.js';

/** What only looks like a listener that does nothing, in the shapes of real services. */
table('no-inert-signal-listener', {
  silent: [
    {
      name: 'a server that is there at once',
      files: js`
      import express from 'express';
      let server;
      process.on('SIGTERM', () => server?.close());
      server = express().listen(3000);
    `,
    },
    {
      name: 'a listener that comes after what it asks for',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      let server;
      async function main() {
        await mongoose.connect('mongodb://db');
        server = express().listen(3000);
        process.on('SIGTERM', () => { if (server) server.close(); });
      }
      main();
    `,
    },
    {
      name: 'a flag that the server reads',
      files: js`
      import http from 'node:http';
      let isDraining = false;
      let open = 0;
      const server = http.createServer((req, res) => {
        open += 1;
        res.on('finish', () => {
          open -= 1;
          if (isDraining && open === 0) process.exit(0);
        });
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => { isDraining = true; });
      console.log(server.listening);
    `,
    },
    {
      name: 'a flag that a timer reads',
      files: cjs`
      const http = require('node:http');
      let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const watch = setInterval(() => {
        if (!isStopping) return;
        clearInterval(watch);
        server.close();
      }, 100);
      process.on('SIGTERM', () => { isStopping = true; });
    `,
    },
    {
      name: 'a flag of another module',
      files: {
        'src/main.js': `
        import { Worker } from 'bullmq';
        import { state } from './state.js';
        new Worker('mail', async () => { if (state.isStopping) process.exit(0); });
        process.on('SIGTERM', () => { state.isStopping = true; });
      `,
        'src/state.js': `
        export const state = { isStopping: false };
      `,
      },
    },
    {
      name: 'a queue of tasks that ends',
      files: js`
      import http from 'node:http';
      import PQueue from 'p-queue';
      const queue = new PQueue();
      const server = http.createServer((req, res) => queue.add(() => res.end())).listen(3000);
      process.on('SIGTERM', () => queue.onIdle().then(() => server.close()));
    `,
    },
    {
      name: 'a message to the parent',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.send?.('stopping'));
    `,
    },
    {
      name: 'SIGINT that a terminal ignores while SIGTERM stops',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      process.on('SIGPIPE', () => {});
    `,
    },
    {
      name: 'a method of a class that is unknown',
      files: ts`
      import { createServer } from 'node:http';
      import { Container } from '@acme/container';
      const container = new Container();
      createServer((req, res) => container.handle(req, res)).listen(3000);
      process.on('SIGTERM', () => container.halt());
    `,
    },
    {
      name: 'a dynamic import',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        const { stop } = await import('./stop.js');
        stop();
      });
    `,
    },
    {
      name: 'stdin that is destroyed',
      files: js`
      import readline from 'node:readline';
      const lines = readline.createInterface({ input: process.stdin });
      process.on('SIGTERM', () => lines.close());
    `,
    },
    {
      name: 'an unref of the server',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.unref());
    `,
    },
    {
      name: 'a log line beside a library that handles the signal',
      files: js`
      import closeWithGrace from 'close-with-grace';
      import Fastify from 'fastify';
      const app = Fastify();
      closeWithGrace(async () => { await app.close(); });
      process.on('SIGTERM', () => console.log('SIGTERM'));
      await app.listen({ port: 3000 });
    `,
    },
  ],
});
