import { cjs, js, table, ts } from './table.js';

table('no-uninterruptible-loop', {
  at: /^(?:while|for|do|async|function|\w+\()/u,
  reports: [
    {
      name: 'while (true)',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      http.createServer((req, res) => res.end()).listen(3000);
      while (true) { // ! endless
        await redis.blpop('jobs', 5);
      }
    `,
    },
    {
      name: 'for (;;) in a function, CommonJS',
      files: cjs`
      const express = require('express');
      const { createClient } = require('redis');
      const client = createClient();
      express().listen(3000);
      async function work() {
        for (;;) { // ! endless
          const job = await client.blPop('jobs', 5);
          console.log(job);
        }
      }
      work();
    `,
    },
    {
      name: 'a method of a class',
      files: ts`
      import { createServer } from 'node:http';
      import { Pool } from 'pg';
      class Poller {
        private readonly pool = new Pool();
        async run(): Promise<void> {
          while (true) { // ! endless
            await this.pool.query('select * from jobs');
          }
        }
      }
      createServer((req, res) => res.end()).listen(3000);
      void new Poller().run();
    `,
    },
    {
      name: 'errors that are caught inside',
      files: js`
      import http from 'node:http';
      import { setTimeout as sleep } from 'node:timers/promises';
      http.createServer((req, res) => res.end()).listen(3000);
      async function poll() {
        while (true) { // ! endless
          try {
            await fetch('http://queue');
          } catch (error) {
            console.error(error);
            await sleep(1000);
          }
        }
      }
      poll();
    `,
    },
    {
      name: 'a loop of another module',
      files: {
        'src/main.js': `
        import express from 'express';
        import { consume } from './consume.js';
        express().listen(3000);
        void consume();
      `,
        'src/consume.js': `
        import Redis from 'ioredis';
        const redis = new Redis();
        export async function consume() {
          while (1) { // ! endless
            await redis.xread('BLOCK', 0, 'STREAMS', 'a', '$');
          }
        }
      `,
      },
    },
    {
      name: 'a break of an inner loop only',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      http.createServer((req, res) => res.end()).listen(3000);
      while (true) { // ! endless
        const jobs = await redis.lrange('jobs', 0, 10);
        for (const job of jobs) {
          if (job === 'stop') break;
        }
      }
    `,
    },
    {
      name: 'a flag that is set and not asked',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      export let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { isStopping = true; server.close(); });
      while (true) { // ! endless
        await redis.blpop('jobs', 5);
      }
    `,
    },
    {
      name: 'a consumer beside its loop',
      files: ts`
      import { Worker } from 'bullmq';
      import { setTimeout as sleep } from 'node:timers/promises';
      const worker = new Worker('mail', async () => {});
      async function report(): Promise<void> {
        for (;;) { // ! endless
          console.log(worker.name);
          await sleep(1000);
        }
      }
      void report();
    `,
    },
    {
      name: 'a continue is no way out',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      http.createServer((req, res) => res.end()).listen(3000);
      (async () => {
        while (true) { // ! endless
          const job = await redis.blpop('jobs', 5);
          if (!job) continue;
          console.log(job);
        }
      })();
    `,
    },
    {
      name: 'a worker that is nothing but the loop',
      files: js`
      import Redis from 'ioredis';
      const redis = new Redis();
      process.on('SIGTERM', () => redis.disconnect());
      while (true) { // ! endless
        const job = await redis.blpop('jobs', 0);
        console.log(job);
      }
    `,
    },
    {
      name: 'a poll that calls itself',
      files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      http.createServer((req, res) => res.end()).listen(3000);
      async function poll() { // ! endless
        await redis.blpop('jobs', 5);
        return poll();
      }
      poll();
    `,
    },
  ],
});
