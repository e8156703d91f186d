/** Closes of packages that nobody has described: they end their own things, and nothing that they have never seen. */
import { cjs, js, table, ts } from './table.js';

table('no-exit-before-close', {
  at: /^(?:process\.)?exit\(/u,
  reports: [
    {
      name: 'a consumer of its own is stopped, the server is not',
      files: js`
      import http from 'node:http';
      import { Receiver } from 'acme-messages';
      let receiver;
      async function start() {
        receiver = new Receiver({ queue: 'orders' }, (message) => console.log(message));
        await receiver.subscribe();
      }
      async function stop() {
        await receiver.closeConnection();
      }
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await stop();
        process.exit(0); // ! open
      });
      start();
    `,
    },
    {
      name: 'a client of its own, in a class whose method is handed',
      files: ts`
      import express from 'express';
      import { Bus } from 'acme-bus';
      class Orders {
        private readonly bus = new Bus({ take: this.take.bind(this) });
        take(message: string): void { console.log(message); }
        end(): Promise<void> { return this.bus.disconnect(); }
      }
      const orders = new Orders();
      const server = express().listen(3000);
      server.keepAliveTimeout = 65_000;
      process.once('SIGTERM', async () => {
        await orders.end();
        process.exit(0); // ! open
      });
    `,
    },
    {
      name: 'the application is shown to another package, which has no part in the shutdown',
      files: cjs`
      const express = require('express');
      const bus = require('acme-bus');
      const app = express();
      require('acme-metrics')(app);
      app.listen(3000);
      process.on('SIGINT', async () => {
        await bus.disconnect();
        process.exit(); // ! open
      });
    `,
    },
  ],
  silent: [
    {
      name: 'the server was given to it',
      files: js`
      import http from 'node:http';
      import { attach } from 'acme-bus';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const bus = attach({ server });
      process.on('SIGTERM', async () => {
        await bus.disconnect();
        process.exit(0);
      });
    `,
    },
    {
      name: 'it was given a function that closes the server',
      files: js`
      import http from 'node:http';
      import bus from 'acme-bus';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      bus.configure({ last: () => new Promise((resolve) => server.close(resolve)) });
      process.on('SIGTERM', async () => {
        await bus.disconnect();
        process.exit(0);
      });
    `,
    },
    {
      name: 'it was given a class that makes the server',
      files: ts`
      import http from 'node:http';
      import { parts } from 'acme-parts';
      class Web {
        readonly server = http.createServer((req, res) => res.end()).listen(3000);
      }
      parts.add(Web);
      process.on('SIGTERM', async () => {
        await parts.destroy();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a class of the project is one of its own',
      files: ts`
      import http from 'node:http';
      import { Part, all } from 'acme-parts';
      class Web extends Part {
        server = http.createServer((req, res) => res.end()).listen(3000);
      }
      new Web();
      process.on('SIGTERM', async () => {
        await all.destroy();
        process.exit(0);
      });
    `,
    },
    {
      name: 'by its name it may know what is open',
      files: js`
      import http from 'node:http';
      import lifecycle from '@acme/lifecycle';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await lifecycle.end();
        process.exit(0);
      });
    `,
    },
    {
      name: 'it answers the requests of the server',
      files: js`
      import http from 'node:http';
      import { Kit } from 'acme-kit';
      const kit = new Kit();
      http.createServer((req, res) => kit.handle(req, res)).listen(3000);
      process.on('SIGTERM', async () => {
        await kit.end();
        process.exit(0);
      });
    `,
    },
    {
      name: 'the server was registered as its plugin',
      files: js`
      import Fastify from 'fastify';
      import bus from 'acme-bus';
      const app = Fastify();
      app.register(bus.plugin);
      await app.listen({ port: 3000 });
      process.on('SIGTERM', async () => {
        await bus.disconnect();
        process.exit(0);
      });
    `,
    },
    {
      name: 'something that is not seen at all',
      files: js`
      import http from 'node:http';
      export let bus;
      export const use = (given) => { bus = given; };
      export const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', async () => {
        await bus.disconnect();
        process.exit(0);
      });
    `,
    },
  ],
});

table('no-unclosed-resource', {
  at: /^(?:new \w+|http\.createServer)\(/u,
  reports: [
    {
      name: 'beside a consumer of its own',
      files: js`
      import http from 'node:http';
      import { Sequelize } from 'sequelize';
      import { Receiver } from 'acme-messages';
      const receiver = new Receiver({ queue: 'orders' });
      const db = new Sequelize('postgres://db'); // ! unclosed
      const server = http.createServer((req, res) => db.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve) => server.close(resolve));
        await receiver.close();
      });
    `,
    },
  ],
  silent: [
    {
      name: 'what it uses itself',
      files: js`
      import http from 'node:http';
      import { Sequelize } from 'sequelize';
      import { Store } from 'acme-store';
      const db = new Sequelize('postgres://db');
      const store = new Store({ db });
      const server = http.createServer((req, res) => db.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve) => server.close(resolve));
        await store.close();
      });
    `,
    },
  ],
});
