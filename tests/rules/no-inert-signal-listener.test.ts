import { cjs, js, table, ts } from './table.js';

table('no-inert-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a listener that only logs',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => console.log('SIGTERM')); // ! inert
    `,
    },
    {
      name: 'an empty listener, CommonJS',
      files: cjs`
      const http = require('node:http');
      http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', function () {}); // ! inert
    `,
    },
    {
      name: 'several signals',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      await app.listen({ port: 3000 });
      for (const signal of ['SIGINT', 'SIGTERM']) {
        process.on(signal, () => app.log.info(signal)); // ! inert
      }
    `,
    },
    {
      name: 'a method of a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        start(): void {
          createServer((req, res) => res.end()).listen(3000);
          process.on('SIGTERM', this.onStop.bind(this)); // ! inert
        }
        private onStop(): void { console.log('stop'); }
      }
      new App().start();
    `,
    },
    {
      name: 'a consumer that is only told',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async () => {});
      process.on('SIGTERM', () => console.warn('stopping', worker.name)); // ! inert
    `,
    },
    {
      name: 'a metric',
      files: js`
      import Koa from 'koa';
      import client from 'prom-client';
      const stops = new client.Counter({ name: 'stops', help: 'stops' });
      new Koa().listen(3000);
      process.addListener('SIGTERM', () => stops.inc()); // ! inert
    `,
    },
    {
      name: 'an alias of process',
      files: js`
      import http from 'node:http';
      import { on } from './process.js';
      import proc from 'node:process';
      http.createServer((req, res) => res.end()).listen(3000);
      proc.on('SIGTERM', () => { proc.stdout.write('stop'); }); // ! inert
      void on;
    `,
    },
    {
      name: 'a helper of another module that only logs',
      files: {
        'src/main.js': `
        import express from 'express';
        import { note } from './note.js';
        express().listen(3000);
        process.on('SIGTERM', () => note('stop')); // ! inert
      `,
        'src/note.js': `
        export function note(text) {
          console.log(new Date(), text);
        }
      `,
      },
    },
    {
      name: 'a flag that nothing reads',
      files: js`
      import http from 'node:http';
      let isStopping = false;
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! inert
        isStopping = true;
      });
    `,
    },
    {
      name: 'an exit code that is set although the server stays open',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { process.exitCode = 0; }); // ! inert
    `,
    },
    {
      name: 'a helper of another module that only counts',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { note } from './note';
        express().listen(3000);
        process.on('SIGTERM', (signal) => note(signal)); // ! inert
      `,
        'src/note.ts': `
        export function note(text: string): void {
          console.log(text);
        }
      `,
      },
    },
  ],
});
