/** Listeners that only set a flag: who reads it decides. */
import { cjs, js, table } from './table.js';

table('no-inert-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a flag that only answers, while SIGINT closes',
      files: js`
      import { createServer } from 'node:http';
      let stopping = false;
      const server = createServer((request, response) => {
        if (request.url === '/ready') response.statusCode = stopping ? 503 : 200;
        response.end('ok');
      });
      server.listen(3000);
      process.on('SIGTERM', () => { // ! inert
        stopping = true;
      });
      process.on('SIGINT', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a flag that guards itself',
      files: cjs`
      const express = require('express');
      let stopping = false;
      const app = express();
      app.get('/ready', (request, response) => (stopping ? response.status(503).end() : response.end('ok')));
      app.listen(3000);
      process.on('SIGTERM', () => { // ! inert
        if (stopping) return;
        stopping = true;
        console.log('draining');
      });
    `,
    },
    {
      name: 'a flag by which a consumer drops what it is given',
      files: js`
      import { Kafka } from 'kafkajs';
      let stopping = false;
      const consumer = new Kafka({ brokers: ['kafka'] }).consumer({ groupId: 'mail' });
      await consumer.connect();
      await consumer.subscribe({ topic: 'mail' });
      await consumer.run({
        eachMessage: async ({ message }) => {
          if (!stopping) console.log(message.value);
        },
      });
      process.once('SIGTERM', () => { // ! inert
        stopping = true;
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a flag that a timer looks at',
      files: js`
      import { createServer } from 'node:http';
      let stopping = false;
      const server = createServer((request, response) => response.writeHead(stopping ? 503 : 200).end());
      server.listen(3000);
      setInterval(() => {
        if (stopping) server.close(() => process.exit(0));
      }, 100);
      process.on('SIGTERM', () => {
        stopping = true;
      });
    `,
    },
    {
      name: 'a flag by which the last request ends the process',
      files: js`
      import { createServer } from 'node:http';
      let stopping = false;
      let active = 0;
      const server = createServer((request, response) => {
        active += 1;
        response.on('finish', () => {
          active -= 1;
          if (stopping && active === 0) process.exit(0);
        });
        response.end('ok');
      });
      server.listen(3000);
      process.on('SIGTERM', () => {
        stopping = true;
      });
    `,
    },
    {
      name: 'a request that closes the server',
      files: js`
      import { createServer } from 'node:http';
      let stopping = false;
      const stop = () => server.close(() => process.exit(0));
      const server = createServer((request, response) => {
        if (stopping) stop();
        response.end('ok');
      });
      server.listen(3000);
      process.on('SIGTERM', () => {
        stopping = true;
      });
    `,
    },
    {
      name: 'a loop that ends by the flag',
      files: js`
      import { createServer } from 'node:http';
      let stopping = false;
      const server = createServer((request, response) => response.writeHead(stopping ? 503 : 200).end());
      server.listen(3000);
      process.on('SIGTERM', () => {
        stopping = true;
      });
      while (!stopping) await new Promise((resolve) => setTimeout(resolve, 1000));
      server.close();
    `,
    },
    {
      name: 'a flag that another module reads',
      files: {
        'src/main.js': `
          import { createServer } from 'node:http';
          import { state } from './state.js';
          createServer((request, response) => response.writeHead(state.stopping ? 503 : 200).end()).listen(3000);
          process.on('SIGTERM', () => {
            state.stopping = true;
          });
        `,
        'src/state.js': 'export const state = { stopping: false };\n',
      },
    },
  ],
});
