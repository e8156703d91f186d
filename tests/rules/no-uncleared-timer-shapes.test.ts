import { cjs, js, table, ts } from './table.js';

/** The same defect in the shapes of real services. */
table('no-uncleared-timer', {
  at: /^(?:globalThis\.|timers\.)?(?:setInterval|setTimeout|every|repeat)\(|^\w+\.\w+\(|^new \w+\(/u,
  reports: [
    {
      name: 'cleared only to be set again',
      files: js`
      import http from 'node:http';
      let timer;
      export function restart(ms) {
        clearInterval(timer);
        timer = setInterval(() => console.log('tick'), ms); // ! repeating
      }
      restart(1000);
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'written to a place of another array than the one that is cleared',
      files: js`
      import http from 'node:http';
      const cleared = [];
      const kept = [];
      for (let at = 0; at < 3; at += 1) {
        cleared[at] = setInterval(() => console.log('cleared'), 1000);
        kept[at] = setInterval(() => console.log('kept'), 1000); // ! repeating
      }
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        for (const timer of cleared) clearInterval(timer);
        server.close();
      });
    `,
    },
    {
      name: 'globalThis',
      files: ts`
      import { createServer } from 'node:http';
      createServer((req, res) => res.end()).listen(3000);
      globalThis.setInterval(() => console.log('tick'), 1000); // ! repeating
    `,
    },
    {
      name: 'an object with an unused stop',
      files: cjs`
      const express = require('express');
      const stats = {
        timer: null,
        start() {
          this.timer = setInterval(() => console.log(process.memoryUsage().rss), 1000); // ! repeating
        },
      };
      stats.start();
      express().listen(3000);
    `,
    },
    {
      name: 'a class that is made for each name',
      files: ts`
      import { createServer } from 'node:http';
      class Poller {
        constructor(private readonly name: string) {}
        start(): void {
          setInterval(() => void this.poll(), 5000); // ! repeating
        }
        private async poll(): Promise<void> { await fetch('http://x/' + this.name); }
      }
      for (const name of ['a', 'b']) new Poller(name).start();
      createServer((req, res) => res.end()).listen(3000);
    `,
    },
    {
      name: 'in the callback of listen',
      files: js`
      import express from 'express';
      const app = express();
      app.listen(3000, () => {
        setInterval(() => console.log('alive'), 10_000); // ! repeating
      });
    `,
    },
    {
      name: 'an interval for each connection that nothing ends',
      files: js`
      import { WebSocketServer } from 'ws';
      const wss = new WebSocketServer({ port: 8080 });
      wss.on('connection', (socket) => {
        setInterval(() => socket.ping(), 30_000); // ! repeating
      });
    `,
    },
    {
      name: 'a poll in finally',
      files: js`
      import express from 'express';
      express().listen(3000);
      async function poll() {
        try {
          await fetch('http://rates');
        } finally {
          setTimeout(poll, 5000); // ! renewing
        }
      }
      poll();
    `,
    },
    {
      name: 'a loop of timeouts that begins under a condition',
      files: js`
      import http from 'node:http';
      const everyMs = Number(process.env.REFRESH_MS);
      if (everyMs > 0) {
        (function repeat() {
          setTimeout(() => { // ! renewing
            console.log('refresh');
            repeat();
          }, everyMs);
        })();
      }
      http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
  ],
});
