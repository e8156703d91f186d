import { cjs, js, table, ts } from './table.js';

table('no-uninterruptible-loop', {
  at: /^(?:while|for|do|async|function|\w+\()/u,
  reports: [
    { name: 'while (true)', files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      http.createServer((req, res) => res.end()).listen(3000);
      while (true) { // ! endless
        await redis.blpop('jobs', 5);
      }
    ` },
    { name: 'for (;;) in a function, CommonJS', files: cjs`
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
    ` },
    { name: 'a method of a class', files: ts`
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
    ` },
    { name: 'errors that are caught inside', files: js`
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
    ` },
    { name: 'a loop of another module', files: {
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
    } },
    { name: 'a break of an inner loop only', files: js`
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
    ` },
    { name: 'a flag that is set and not asked', files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      export let isStopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { isStopping = true; server.close(); });
      while (true) { // ! endless
        await redis.blpop('jobs', 5);
      }
    ` },
  ],
  silent: [
    { name: 'a flag', files: js`
      import http from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      let isRunning = true;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { isRunning = false; server.close(); });
      while (isRunning) await redis.blpop('jobs', 5);
    ` },
    { name: 'a break on a flag', files: cjs`
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
    ` },
    { name: 'a return', files: js`
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
    ` },
    { name: 'an AbortSignal in the test', files: ts`
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
    ` },
    { name: 'a consumer that can be paused', files: js`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'a' });
      process.on('SIGTERM', () => consumer.pause([{ topic: 'a' }]));
      await consumer.run({ eachMessage: async () => {} });
    ` },
    { name: 'a retry that ends', files: js`
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
    ` },
    { name: 'a generator', files: js`
      import http from 'node:http';
      async function* ticks() {
        while (true) yield await new Promise((resolve) => setTimeout(resolve, 1000, 'tick'));
      }
      http.createServer(async (req, res) => {
        const { value } = await ticks().next();
        res.end(value);
      }).listen(3000);
    ` },
    { name: 'a loop over what there is', files: js`
      import http from 'node:http';
      http.createServer(async (req, res) => {
        for await (const chunk of req) res.write(chunk);
        for (const name of ['a', 'b']) await fetch('http://x/' + name);
        res.end();
      }).listen(3000);
    ` },
    { name: 'parsing that ends', files: js`
      import http from 'node:http';
      http.createServer((req, res) => {
        let at = 0;
        while (true) {
          at += 1;
          if (at > 10) break;
        }
        res.end(String(at));
      }).listen(3000);
    ` },
    { name: 'a script and tests', files: {
      'scripts/poll.js': `
        while (true) await fetch('http://x');
      `,
      'tests/poll.test.js': `
        import express from 'express';
        express().listen(0);
        while (true) await fetch('http://x');
      `,
    } },
    { name: 'a labelled break', files: js`
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
    ` },
  ],
});
