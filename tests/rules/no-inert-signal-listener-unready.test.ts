/** Listeners that ask for something which the start sets after they are there. */
import { cjs, js, table, ts } from './table.js';

table('no-inert-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a field that is nothing at first, and set in the callback of a function of the project',
      files: {
        'src/main.cjs': `
        const { WebSocketServer } = require('ws');
        const { setUp } = require('./setup.cjs');
        class Agent {
          constructor() {
            this.sockets = null;
            this.stop = this.stop.bind(this);
            process.on('SIGTERM', this.stop); // ! unready
          }
          start() {
            setUp((ready) => { if (ready) this.listen(); });
          }
          listen() {
            this.sockets = new WebSocketServer({ port: 8010 });
          }
          stop() {
            if (this.sockets) this.sockets.close(() => console.log('closed'));
          }
        }
        new Agent().start();
      `,
        'src/setup.cjs': `
        const tasks = require('acme-tasks');
        exports.setUp = (callback) => {
          tasks.waterfall([(next) => next(), (next) => next()], (error) => {
            if (error) console.error(error);
            else callback(true);
          });
        };
      `,
      },
    },
    {
      name: 'a variable that is null at first',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      let server = null;
      process.on('SIGTERM', () => { // ! unready
        if (server) server.close();
      });
      async function main() {
        await mongoose.connect('mongodb://db');
        listen();
      }
      function listen() {
        server = express().listen(3000);
      }
      main();
    `,
    },
  ],
  silent: [
    {
      name: 'a field that is set before anything waits',
      files: ts`
      import { createServer, type Server } from 'node:http';
      class App {
        private server: Server | null = null;
        constructor() { process.on('SIGTERM', () => this.stop()); }
        start(): void {
          this.listen();
        }
        private listen(): void {
          this.server = createServer((req, res) => res.end()).listen(3000);
        }
        stop(): void {
          if (this.server) this.server.close();
        }
      }
      new App().start();
    `,
    },
    {
      name: 'an exit where there is nothing to close yet',
      files: cjs`
      const express = require('express');
      const mongoose = require('mongoose');
      let server = null;
      process.on('SIGTERM', () => {
        if (server) server.close(() => process.exit(0));
        else process.exit(0);
      });
      mongoose.connect('mongodb://db').then(() => { server = express().listen(3000); });
    `,
    },
    {
      name: 'a callback of the project that is called at once',
      files: js`
      import express from 'express';
      let server = null;
      process.on('SIGTERM', () => { if (server) server.close(); });
      function withPort(callback) {
        callback(null, 3000);
      }
      withPort((error, port) => { server = express().listen(port); });
    `,
    },
    {
      name: 'one of two ways to the start waits for nothing',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      let server = null;
      process.on('SIGTERM', () => { if (server) server.close(); });
      function listen() {
        server = express().listen(3000);
      }
      if (process.env.MONGO) mongoose.connect(process.env.MONGO).then(() => listen());
      else listen();
    `,
    },
  ],
});
