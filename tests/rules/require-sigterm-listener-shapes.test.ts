import { cjs, js, table, ts } from './table.js';

/** The same defect in the shapes of real services. */
const PROGRAM = `#!/usr/bin/env node
import express from 'express';
express().listen(8080); // ! interruptOnly
process.on('SIGINT', () => process.exit());
`;

table('require-sigterm-listener', {
  reports: [
    {
      name: 'the first server on the way of the start, and not one beside it',
      files: {
        'src/main.js': `
        import { check } from './check.js';
        import * as metrics from './metrics.js';
        import * as web from './web.js';
        check().then(() => {
          web.start();
          metrics.start();
        });
      `,
        'src/check.js': "export const check = () => fetch('http://pads/');\n",
        'src/metrics.js': `
        import http from 'node:http';
        class Metrics {
          begin() { this.server = http.createServer((req, res) => res.end('1')); }
          open() { this.server.listen(9090); }
        }
        export function start() {
          const metrics = new Metrics();
          metrics.begin();
          metrics.open();
        }
      `,
        'src/web.js': `
        import express from 'express';
        const app = express();
        export const start = () => {
          app.listen(3000); // ! missing
        };
      `,
      },
    },
    {
      name: 'a list where the name of a signal belongs',
      files: cjs`
      const Hapi = require('@hapi/hapi');
      const SIGNALS = ['SIGTERM', 'SIGINT'];
      async function start() {
        const server = Hapi.server({ port: 3000 });
        process.on(SIGNALS, async () => {
          await server.stop();
          process.exit(0);
        });
        await server.start(); // ! missing
      }
      start();
    `,
    },
    {
      name: 'a program of a package that an image starts by its folder',
      manifest: { main: 'src/main.js', bin: 'src/main.js' },
      files: {
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY package.json .\nCOPY . .\nCMD ["node", "."]\n',
        'src/main.js': PROGRAM,
      },
    },
    {
      name: 'a program of a package whose folder the entrypoint names',
      manifest: { main: 'dist/main.js', bin: 'dist/main.js' },
      files: {
        Dockerfile:
          'FROM node:22 AS build\nCOPY package.json /srv/app\nFROM node:22\nWORKDIR /data\nCOPY --from=build /srv/app /srv/app\nCOPY . /srv/app\nENTRYPOINT ["/srv/app/entrypoint.sh"]\n',
        'entrypoint.sh': '#!/bin/sh\nif ! which -- "${1}"; then\n  exec node /srv/app/ "$@"\nfi\nexec "$@"\n',
        'src/main.js': PROGRAM,
      },
    },
    {
      name: 'the index of a folder of outputs',
      manifest: { bin: 'dist/index.js' },
      files: {
        Dockerfile: 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["node", "dist"]\n',
        'src/index.js': PROGRAM,
      },
    },
    {
      name: 'modules that import each other and that nobody else imports',
      files: {
        'src/server.js': `
        import http from 'node:http';
        import './a.js';
        const server = http.createServer((req, res) => res.end());
        server.listen(3000); // ! missing
      `,
        'src/a.js': "import './b.js';",
        'src/b.js': "import './a.js';\nimport './server.js';",
      },
    },
    {
      name: 'a factory of applications in another module',
      files: {
        'src/main.ts': `
        import { createApp } from './app';
        const port = Number(process.env['PORT'] ?? 3000);
        createApp().listen(port, () => console.log('listening', port)); // ! missing
      `,
        'src/app.ts': `
        import express, { type Express } from 'express';
        export function createApp(): Express {
          const app = express();
          app.get('/', (req, res) => { res.send('ok'); });
          return app;
        }
      `,
      },
    },
    {
      name: 'a bin/www script of an old generator',
      manifest: { type: 'commonjs', scripts: { start: 'node ./bin/www.js' } },
      files: {
        'app.js': `
        const express = require('express');
        const app = express();
        module.exports = app;
      `,
        'bin/www.js': `#!/usr/bin/env node
const app = require('../app');
const http = require('http');
const server = http.createServer(app);
server.listen(3000); // ! missing
server.on('error', (error) => { throw error; });
`,
      },
    },
    {
      name: 'socket.io beside a server',
      files: js`
      import http from 'node:http';
      import { Server } from 'socket.io';
      const server = http.createServer();
      const io = new Server(server);
      io.on('connection', (socket) => socket.emit('hi'));
      server.listen(3000); // ! missing
    `,
    },
    {
      name: 'a listener that only a test calls',
      files: {
        'src/main.js': `
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end());
        server.listen(3000); // ! missing
      `,
        'tests/stop.test.js': `
        process.on('SIGTERM', () => process.exit(0));
      `,
      },
    },
    {
      name: 'a listener that is taken off again',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000); // ! missing
      process.removeAllListeners('SIGTERM');
    `,
    },
    {
      name: 'hapi',
      files: js`
      import Hapi from '@hapi/hapi';
      const server = Hapi.server({ port: 3000 });
      async function init() {
        await server.start(); // ! missing
      }
      init();
    `,
    },
    {
      name: 'a RabbitMQ consumer',
      files: cjs`
      const amqp = require('amqplib');
      async function main() {
        const connection = await amqp.connect('amqp://mq');
        const channel = await connection.createChannel();
        await channel.consume('jobs', (message) => channel.ack(message)); // ! missing
      }
      main();
    `,
    },
    {
      name: 'a WebSocket server',
      files: ts`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 }); // ! missing
      wss.on('connection', (socket) => socket.send('hi'));
    `,
    },
    {
      name: 'SIGINT and SIGHUP in a loop',
      files: js`
      import Koa from 'koa';
      const server = new Koa().listen(3000); // ! interruptOnly
      for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'SIGINT alone in a library that makes something live',
      manifest: { main: 'index.js' },
      files: {
        'index.js': `
        import http from 'node:http';
        import { stopOnSignal } from './signals.js';
        export function serve(port) {
          const server = http.createServer((req, res) => res.end()).listen(port);
          stopOnSignal(server);
          return server;
        }
      `,
        'signals.js': `
        export function stopOnSignal(server) {
          process.on('SIGINT', () => server.close(() => process.exit(0))); // ! interrupted
        }
      `,
      },
    },
  ],
});
