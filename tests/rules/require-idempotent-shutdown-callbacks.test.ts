/** A function that stops something calls back, at once when it is found begun. */
import { cjs, table, ts } from './table.js';

table('require-idempotent-shutdown', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a method that calls back in its other branch',
      files: cjs`
      const express = require('express');
      class Application {
        start() {
          this.isRunning = true;
          this.server = express().listen(3000);
        }
        stop(callback) {
          if (this.isRunning) {
            this.server.close(callback);
            this.isRunning = false;
          } else if (callback) {
            callback();
          }
        }
      }
      const app = new Application();
      app.start();
      function closeGracefully() {
        app.stop((error) => {
          process.exit(error ? 1 : 0);
        });
      }
      process.on('SIGTERM', closeGracefully); // ! overtaken
      process.on('SIGINT', closeGracefully);
    `,
    },
    {
      name: 'an early return that calls back',
      files: cjs`
      const server = require('http').createServer().listen(3000);
      let running = true;
      function stop(done) {
        if (!running) return done();
        running = false;
        server.close(done);
      }
      process.on('SIGTERM', () => stop(() => process.exit(0))); // ! overtaken
    `,
    },
  ],
  silent: [
    {
      name: 'an early return that calls nobody back',
      files: cjs`
      const server = require('http').createServer().listen(3000);
      let running = true;
      function stop(done) {
        if (!running) return;
        running = false;
        server.close(done);
      }
      process.on('SIGTERM', () => stop(() => process.exit(0)));
    `,
    },
    {
      name: 'callbacks that wait for the first run',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((request, response) => response.end('ok')).listen(3000);
      const waiting: (() => void)[] = [];
      let stopping = false;
      function stop(done: () => void): void {
        waiting.push(done);
        if (stopping) return;
        stopping = true;
        server.close(() => waiting.forEach((one) => one()));
      }
      process.on('SIGTERM', () => stop(() => process.exit(0)));
    `,
    },
  ],
});
