import { cjs, js, table, ts } from './table.js';

table('no-uninterruptible-loop', {
  silent: [
    {
      name: 'a tool that asks a person',
      files: js`
      import readline from 'node:readline/promises';
      const rl = readline.createInterface(process.stdin, process.stdout);
      while (true) {
        const text = await rl.question('> ');
        console.log(await (await fetch('http://bot/?q=' + text)).text());
      }
    `,
      manifest: { scripts: { start: 'node src/main.js' } },
    },
    {
      name: 'a watch that nobody calls a service',
      files: js`
      while (true) console.log(await (await fetch('http://load/')).text());
    `,
    },
    {
      name: 'a wait that an abort signal ends',
      files: js`
      import http from 'node:http';
      const stop = new AbortController();
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => stop.abort());
      async function work() {
        while (true) await fetch('http://jobs/', { signal: stop.signal });
      }
      work().catch(() => process.exit(0));
    `,
    },
    {
      name: 'a flag',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      let isRunning = true;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { isRunning = false; server.close(); });
      while (isRunning) await redis.blpop('jobs', 5);
    `,
    },
    {
      name: 'a break on a flag',
      files: cjs`
      const http = require('node:http');
      const Redis = require('ioredis');
      const redis = new Redis();
      let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { isStopping = true; server.close(); });
      async function work() {
        while (true) {
          if (isStopping) break;
          await redis.blpop('jobs', 5);
        }
      }
      work();
    `,
    },
    {
      name: 'a return',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const stop = new AbortController();
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => stop.abort());
      async function work() {
        for (;;) {
          if (stop.signal.aborted) return;
          await redis.blpop('jobs', 5);
        }
      }
      work();
    `,
    },
    {
      name: 'an AbortSignal in the test',
      files: ts`
      import { createServer } from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      createServer((req, res) => res.end()).listen(3000);
      async function work(signal: AbortSignal): Promise<void> {
        while (!signal.aborted) await redis.blpop('jobs', 5);
      }
      const stop = new AbortController();
      process.on('SIGTERM', () => stop.abort());
      void work(stop.signal);
    `,
    },
    {
      name: 'a consumer that can be paused',
      files: js`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'a' });
      process.on('SIGTERM', () => consumer.pause([{ topic: 'a' }]));
      await consumer.run({ eachMessage: async () => {} });
    `,
    },
    {
      name: 'a retry that ends',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      async function connect() {
        while (true) {
          try {
            await mongoose.connect('mongodb://db');
            return;
          } catch {
            await new Promise((resolve) => setTimeout(resolve, 1000));
          }
        }
      }
      await connect();
      express().listen(3000);
    `,
    },
    {
      name: 'a generator',
      files: js`
      import http from 'node:http';
      async function* ticks() {
        while (true) yield await new Promise((resolve) => setTimeout(resolve, 1000, 'tick'));
      }
      http.createServer(async (req, res) => {
        const { value } = await ticks().next();
        res.end(value);
      }).listen(3000);
    `,
    },
    {
      name: 'a loop over what there is',
      files: js`
      import http from 'node:http';
      http.createServer(async (req, res) => {
        for await (const chunk of req) res.write(chunk);
        for (const name of ['a', 'b']) await fetch('http://x/' + name);
        res.end();
      }).listen(3000);
    `,
    },
    {
      name: 'parsing that ends',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => {
        let at = 0;
        while (true) {
          at += 1;
          if (at > 10) break;
        }
        res.end(String(at));
      }).listen(3000);
    `,
    },
    {
      name: 'a script and tests',
      files: {
        'scripts/poll.js': `
        while (true) await fetch('http://x');
      `,
        'tests/poll.test.js': `
        import express from 'express';
        express().listen(0);
        while (true) await fetch('http://x');
      `,
      },
    },
    {
      name: 'a labelled break',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { isStopping = true; server.close(); });
      outer: while (true) {
        for (const job of await redis.lrange('jobs', 0, 10)) {
          if (isStopping) break outer;
          console.log(job);
        }
      }
    `,
    },
    {
      name: 'throwIfAborted',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const stop = new AbortController();
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => stop.abort());
      async function work() {
        while (true) {
          stop.signal.throwIfAborted();
          await redis.blpop('jobs', 5);
        }
      }
      work().catch(() => process.exit(0));
    `,
    },
  ],
});
