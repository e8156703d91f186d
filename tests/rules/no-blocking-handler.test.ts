import { cjs, js, table, ts } from './table.js';

table('no-blocking-handler', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a file',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.get('/report', async (req, res) => {
        const text = fs.readFileSync('report.txt', 'utf8'); // ! blocking
        res.send(text);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a destructured call in a function that is passed, CommonJS',
      files: cjs`
      const express = require('express');
      const { writeFileSync } = require('fs');
      async function save(req, res) {
        writeFileSync('/tmp/order.json', JSON.stringify(req.body)); // ! blocking
        res.sendStatus(201);
      }
      const app = express();
      app.post('/orders', save);
      app.listen(3000);
    `,
    },
    {
      name: 'a job',
      files: js`
      import { Worker } from 'bullmq';
      import { readFileSync as read } from 'node:fs';
      new Worker('mail', async (job) => {
        const template = read('mail.html', 'utf8'); // ! blocking
        return template.replace('x', job.data);
      });
    `,
    },
    {
      name: 'a Fastify route',
      files: js`
      import { existsSync, statSync } from 'node:fs';
      import Fastify from 'fastify';
      const app = Fastify();
      app.get('/size', async () => {
        const { size } = statSync('data.bin'); // ! blocking
        return { size };
      });
      console.log(existsSync('data.bin'));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'middleware',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.use(async (req, res, next) => {
        fs.appendFileSync('access.log', req.url); // ! blocking
        next();
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a Kafka message',
      files: ts`
      import { Kafka } from 'kafkajs';
      import { mkdirSync } from 'node:fs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'a' });
      void consumer.run({
        eachMessage: async ({ topic }) => {
          mkdirSync(topic, { recursive: true }); // ! blocking
        },
      });
    `,
    },
    {
      name: 'a plain server',
      files: js`
      import http from 'node:http';
      import fs from 'node:fs';
      http.createServer(async (req, res) => {
        res.end(fs.readFileSync('index.html')); // ! blocking
      }).listen(3000);
    `,
    },
    {
      name: 'a class method that is bound',
      files: ts`
      import express, { type Request, type Response } from 'express';
      import * as fs from 'node:fs';
      class Files {
        async list(req: Request, res: Response): Promise<void> {
          const names = fs.readdirSync('.'); // ! blocking
          res.json(names);
        }
      }
      const files = new Files();
      const app = express();
      app.get('/files', files.list.bind(files));
      app.listen(3000);
    `,
    },
    {
      name: 'an expression',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      app.get('/report', (req, res) => res.send(fs.readFileSync('report.txt'))); // ! blocking
      app.listen(3000);
    `,
    },
    {
      name: 'a slow hash',
      files: js`
      import bcrypt from 'bcrypt';
      import express from 'express';
      const app = express();
      app.post('/login', async (req, res) => {
        const isRight = bcrypt.compareSync(req.body.password, 'hash'); // ! blocking
        res.sendStatus(isRight ? 200 : 401);
      });
      app.listen(3000);
    `,
    },
  ],
});
