/** Connections that a service keeps to end them itself, and what is cut when nothing is in flight any more. */
import { cjs, js, table } from './table.js';

table('no-forced-close', {
  reports: [
    {
      name: 'sockets in a set, before the close',
      files: js`
      import http from 'node:http';
      const sockets = new Set();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      server.on('connection', (socket) => {
        sockets.add(socket);
        socket.on('close', () => sockets.delete(socket));
      });
      process.once('SIGTERM', () => {
        for (const socket of sockets) {
          socket.destroy(); // ! forced
        }
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'sockets by their number, beside the close',
      files: cjs`
      const http = require('node:http');
      const sockets = {};
      let count = 0;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      server.on('connection', function (socket) {
        const id = count++;
        sockets[id] = socket;
        socket.on('close', () => delete sockets[id]);
      });
      process.once('SIGTERM', () => {
        server.close(() => process.exit(0));
        for (const id in sockets) sockets[id].destroy(); // ! forced
      });
    `,
    },
    {
      name: 'a map of a TCP server, in a helper',
      files: js`
      import net from 'node:net';
      const peers = new Map();
      const server = net.createServer((socket) => { peers.set(socket.remotePort, socket); }).listen(3000);
      function cut() {
        peers.forEach((socket) => socket.destroy()); // ! forced
      }
      process.once('SIGTERM', () => {
        cut();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a client before the drain',
      files: js`
      import http from 'node:http';
      import { Agent } from 'undici';
      const agent = new Agent();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        await agent.destroy(); // ! forced
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'sockets of what is attached to a server that has drained',
      files: js`
      import http from 'node:http';
      import { WebSocketServer } from 'ws';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const sockets = new WebSocketServer({ server });
      process.once('SIGTERM', () => {
        server.close(() => {
          for (const socket of sockets.clients) socket.terminate();
          sockets.close(() => process.exit(0));
        });
      });
    `,
    },
    {
      name: 'sockets that are left at the deadline',
      files: js`
      import http from 'node:http';
      const sockets = new Set();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      server.on('connection', (socket) => sockets.add(socket));
      process.once('SIGTERM', () => {
        setTimeout(() => { for (const socket of sockets) socket.destroy(); }, 8000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'idle sockets only',
      files: js`
      import http from 'node:http';
      const sockets = new Set();
      const server = http.createServer((req, res) => {
        req.socket.isIdle = false;
        res.on('finish', () => { req.socket.isIdle = true; });
        res.end();
      }).listen(3000);
      server.on('connection', (socket) => sockets.add(socket));
      process.once('SIGTERM', () => {
        server.close(() => process.exit(0));
        for (const socket of sockets) if (socket.isIdle) socket.destroy();
      });
    `,
    },
    {
      name: 'a peer that is let go while the service runs',
      files: js`
      import net from 'node:net';
      class Peer {
        constructor(socket) {
          this.socket = socket;
          socket.on('data', () => this.close());
        }
        async close() { this.socket.destroy(); }
      }
      const server = net.createServer((socket) => { new Peer(socket); }).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a client after the drain',
      files: js`
      import http from 'node:http';
      import { Agent } from 'undici';
      const agent = new Agent();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        await new Promise((resolve) => server.close(resolve));
        await agent.destroy();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a client after the drain, in methods',
      files: js`
      import http from 'node:http';
      import { Agent } from 'undici';
      class Context {
        agent = new Agent();
        async destroy() { await this.agent.destroy(); }
      }
      class Service {
        context = new Context();
        server = http.createServer((req, res) => res.end());
        start() { this.server.listen(3000); }
        async destroy() {
          await new Promise((resolve) => this.server.close(resolve));
          await this.context.destroy();
        }
      }
      const service = new Service();
      service.start();
      process.once('SIGTERM', async () => {
        await service.destroy();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a client at the end of a script',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { redis } from './redis.js';
        const server = http.createServer(async (req, res) => res.end(await redis.get('a'))).listen(3000);
        process.once('SIGTERM', () => server.close(() => redis.quit()));
      `,
        'src/redis.js': `
        import Redis from 'ioredis';
        export const redis = new Redis();
        export const disconnect = async () => { await redis.disconnect(); };
      `,
        'scripts/sweep.js': `
        import { disconnect, redis } from '../src/redis.js';
        let isStopping = false;
        process.on('SIGTERM', () => { isStopping = true; });
        for (const key of await redis.keys('*')) if (!isStopping) await redis.del(key);
        await disconnect();
      `,
      },
    },
  ],
});
