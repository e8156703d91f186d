import { cjs, js, table, ts } from './table.js';

/** What only looks like the defect, in the shapes of real services. */
table('no-uncleared-timer', {
  silent: [
    {
      name: 'a closure that clears',
      files: js`
      import http from 'node:http';
      function every(ms, callback) {
        const timer = setInterval(callback, ms);
        return () => clearInterval(timer);
      }
      const stop = every(1000, () => console.log('tick'));
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { stop(); server.close(); });
    `,
    },
    {
      name: 'an object of start and stop',
      files: cjs`
      const http = require('node:http');
      const stats = {
        timer: undefined,
        start() { this.timer = setInterval(() => console.log('x'), 1000); },
        stop() { clearInterval(this.timer); },
      };
      stats.start();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { stats.stop(); server.close(); });
    `,
    },
    {
      name: 'fields of a map of objects',
      files: ts`
      import { WebSocketServer, type WebSocket } from 'ws';
      const clients = new Map<WebSocket, { timer: NodeJS.Timeout }>();
      const wss = new WebSocketServer({ port: 8080 });
      wss.on('connection', (socket) => {
        clients.set(socket, { timer: setInterval(() => socket.ping(), 30_000) });
        socket.on('close', () => {
          const client = clients.get(socket);
          if (client) clearInterval(client.timer);
        });
      });
    `,
    },
    {
      name: 'a heartbeat that ends with the server',
      files: js`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      const beat = setInterval(() => wss.clients.forEach((socket) => socket.ping()), 30_000);
      wss.on('close', () => clearInterval(beat));
    `,
    },
    {
      name: 'a timer that a timeout clears',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/wait', (req, res) => {
        const poll = setInterval(() => res.write('.'), 100);
        setTimeout(() => { clearInterval(poll); res.end(); }, 1000);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a promise that clears',
      files: ts`
      import express from 'express';
      const until = (isDone: () => boolean): Promise<void> => new Promise((resolve) => {
        const timer = setInterval(() => {
          if (!isDone()) return;
          clearInterval(timer);
          resolve();
        }, 100);
      });
      const app = express();
      app.get('/', (req, res) => void until(() => true).then(() => res.send('ok')));
      app.listen(3000);
    `,
    },
    {
      name: 'a handle in a property of the exports',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { jobs } from './jobs.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          clearInterval(jobs.sweep);
          server.close();
        });
      `,
        'src/jobs.js': `
        export const jobs = { sweep: setInterval(() => console.log('sweep'), 1000) };
      `,
      },
    },
    {
      name: 'a shutdown that ends the process anyway is no end of a timer, but a cleared one is',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const timers = new Set();
      const every = (ms, callback) => timers.add(setInterval(callback, ms));
      every(1000, () => console.log('tick'));
      process.on('SIGTERM', () => {
        for (const timer of timers) clearInterval(timer);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'unref in a condition',
      files: ts`
      import { createServer } from 'node:http';
      createServer((req, res) => res.end()).listen(3000);
      const timer: NodeJS.Timeout | number = setInterval(() => console.log('x'), 1000);
      if (typeof timer === 'object') timer.unref();
    `,
    },
    {
      name: 'a debounce',
      files: js`
      import express from 'express';
      let pending;
      const app = express();
      app.post('/save', (req, res) => {
        clearTimeout(pending);
        pending = setTimeout(() => console.log('saved'), 1000);
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a loop that a flag ends',
      files: js`
      import http from 'node:http';
      let isRunning = true;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function poll() {
        await fetch('http://rates');
        if (isRunning) setTimeout(poll, 1000);
      }
      poll();
      process.on('SIGTERM', () => { isRunning = false; server.close(); });
    `,
    },
    {
      name: 'a scheduler that Nest stops',
      files: ts`
      import { Injectable } from '@nestjs/common';
      import { Cron, Interval } from '@nestjs/schedule';
      @Injectable()
      export class Tasks {
        @Cron('* * * * *')
        minute(): void { console.log('minute'); }
        @Interval(1000)
        second(): void { console.log('second'); }
      }
    `,
    },
    {
      name: 'a recursion that ends',
      files: js`
      import express from 'express';
      function countdown(left) {
        if (left === 0) return;
        console.log(left);
        setTimeout(() => countdown(left - 1), 1000);
      }
      countdown(3);
      express().listen(3000);
    `,
    },
    {
      name: 'an interval of the shutdown itself',
      files: js`
      import http from 'node:http';
      let open = 0;
      const server = http.createServer((req, res) => {
        open += 1;
        res.on('close', () => { open -= 1; });
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => {
        server.close();
        setInterval(() => { if (open === 0) process.exit(0); }, 100);
      });
    `,
    },
  ],
});
