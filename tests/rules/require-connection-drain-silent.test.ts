import { cjs, js, table, ts } from './table.js';

table('require-connection-drain', {
  silent: [
    {
      name: 'http-shutdown, which ends idle connections itself',
      files: cjs`
      const express = require('express');
      const server = require('http-shutdown')(express().listen(3000));
      process.once('SIGTERM', () => {
        server.shutdown(() => {
          console.log('Closed existing connections.');
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'an idle sweep',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        setInterval(() => server.closeIdleConnections(), 100).unref();
      });
    `,
    },
    {
      name: 'Connection: close while draining',
      files: js`
      import http from 'node:http';
      let isDraining = false;
      const server = http.createServer((req, res) => {
        if (isDraining) res.setHeader('Connection', 'close');
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => {
        isDraining = true;
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'stoppable',
      files: js`
      import http from 'node:http';
      import stoppable from 'stoppable';
      const server = stoppable(http.createServer((req, res) => res.end()), 5000);
      server.listen(3000);
      process.on('SIGTERM', () => server.stop(() => process.exit(0)));
    `,
    },
    {
      name: 'http-terminator',
      files: ts`
      import { createServer } from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      const server = createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server });
      process.on('SIGTERM', () => void terminator.terminate().then(() => process.exit(0)));
    `,
    },
    {
      name: 'Fastify with forceCloseConnections',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify({ forceCloseConnections: 'idle' });
      process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'all connections at the deadline',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        setTimeout(() => server.closeAllConnections(), 5000).unref();
      });
    `,
    },
    {
      name: 'a short keep-alive',
      files: js`
      import http from 'node:http';
      const server = http.createServer({ keepAliveTimeout: 1000 }, (req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a consumer',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', () => void worker.close().then(() => process.exit(0)));
    `,
    },
    {
      name: 'an exit without a close',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      process.on('SIGTERM', () => server.close());
    `,
      },
    },
    {
      name: 'the closing of idle connections right after',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        const sweep = setInterval(() => server.closeIdleConnections(), 100);
        await new Promise((resolve) => server.close(resolve));
        clearInterval(sweep);
        process.exit(0);
      });
    `,
    },
    {
      name: 'a middleware of another module that marks the answers',
      files: {
        'src/main.cjs': `
        const express = require('express');
        const { drain } = require('./drain.cjs');
        const app = express();
        app.use(drain.middleware);
        const server = app.listen(3000);
        process.on('SIGTERM', () => { drain.start(); server.close(() => process.exit(0)); });
      `,
        'src/drain.cjs': `
        let isDraining = false;
        exports.drain = {
          start() { isDraining = true; },
          middleware(req, res, next) {
            if (isDraining) res.set('Connection', 'close');
            next();
          },
        };
      `,
      },
    },
    {
      name: 'sockets that are tracked',
      files: js`
      import http from 'node:http';
      const sockets = new Set();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      server.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
      });
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0));
        for (const socket of sockets) socket.end();
      });
    `,
    },
  ],
});
