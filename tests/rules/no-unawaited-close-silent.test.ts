import { cjs, js, table, ts } from './table.js';

table('no-unawaited-close', {
  silent: [
    {
      name: 'a UDP socket, which is closed at once',
      files: js`
      import dgram from 'node:dgram';
      const socket = dgram.createSocket('udp4');
      socket.on('message', (message) => console.log(message));
      socket.bind(5353);
      process.once('SIGTERM', () => {
        socket.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'the callback',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'promisify',
      files: js`
      import http from 'node:http';
      import { promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const close = promisify(server.close).bind(server);
      process.on('SIGTERM', async () => {
        await close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'the close event of the server',
      files: js`
      import http from 'node:http';
      import { once } from 'node:events';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        const closed = once(server, 'close');
        server.close();
        await closed;
        process.exit(0);
      });
    `,
    },
    {
      name: 'a server whose end lets the process end by itself',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        console.log('draining');
        server.close();
      });
    `,
    },
    {
      name: 'an AsyncDisposable that is disposed',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await server[Symbol.asyncDispose]();
        process.exit(0);
      });
    `,
    },
    {
      name: 'things that merely have a method of that name',
      files: js`
      import { readFile } from 'node:fs/promises';
      const dialog = { close() { return 1; }, end() {} };
      export async function shutdown() {
        dialog.close();
        dialog.end();
        await readFile('x');
      }
      process.on('SIGTERM', async () => {
        dialog.close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'clean-up of a start that failed',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      try {
        await app.listen({ port: 3000 });
      } catch (error) {
        pool.end();
        process.exit(1);
      }
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      export async function close() { await server.close(); }
      process.on('SIGTERM', async () => { await server.close(); process.exit(0); });
    `,
      },
    },
    {
      name: 'an answer that ends',
      files: js`
      import http from 'node:http';
      const server = http.createServer(async (req, res) => {
        await res.end('ok');
        await req.destroy();
      });
      server.listen(3000);
    `,
    },
    {
      name: 'a terminator, and telemetry after it',
      files: ts`
      import { createServer } from 'node:http';
      import { createHttpTerminator } from 'http-terminator';
      import { NodeSDK } from '@opentelemetry/sdk-node';
      const sdk = new NodeSDK();
      sdk.start();
      const server = createServer((req, res) => res.end()).listen(3000);
      const terminator = createHttpTerminator({ server });
      process.on('SIGTERM', () => void terminator.terminate().then(() => sdk.shutdown()).finally(() => process.exit(0)));
    `,
    },
    {
      name: 'a wrapper of another module that gives a promise',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { closing } from './closing.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', async () => {
          await closing(server);
          process.exit(0);
        });
      `,
        'src/closing.js': `
        export const closing = (server) => new Promise((resolve) => { server.close(resolve); });
      `,
      },
    },
    {
      name: 'a Nest service that waits',
      files: ts`
      import { Injectable, type OnModuleDestroy } from '@nestjs/common';
      import { Pool } from 'pg';
      @Injectable()
      export class Db implements OnModuleDestroy {
        private readonly pool = new Pool();
        onModuleDestroy() { return this.pool.end(); }
      }
    `,
    },
    {
      name: 'callbacks of async.series',
      files: cjs`
      const async = require('async');
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        async.series([(done) => server.close(done)], () => process.exit(0));
      });
    `,
    },
    {
      name: 'a hook with done',
      files: js`
      import Fastify from 'fastify';
      import mysql from 'mysql';
      const pool = mysql.createPool({});
      const app = Fastify();
      app.addHook('onClose', (instance, done) => pool.end(done));
      process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'connections that are turned away while it closes',
      files: js`
      import http from 'node:http';
      import { WebSocketServer } from 'ws';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const sockets = new WebSocketServer({ noServer: true });
      export async function stop() {
        server.on('upgrade', (req, socket, head) => sockets.handleUpgrade(req, socket, head, (ws) => ws.close(1012, 'restarting')));
        await new Promise((resolve) => server.close(resolve));
      }
      process.once('SIGTERM', () => stop().then(() => process.exit(0)));
    `,
    },
  ],
});
