import { cjs, js, table, ts } from './table.js';

/** What only looks like the defect, in the shapes of real services. */
table('require-sigterm-listener', {
  silent: [
    {
      name: 'a decorator or container that registers by name',
      files: ts`
      import { createServer } from 'node:http';
      import { lifecycle } from '@acme/lifecycle';
      const server = createServer((req, res) => res.end());
      lifecycle.onShutdown(() => server.close());
      server.listen(3000);
    `,
    },
    {
      name: 'a listener through a method of a class in another module',
      files: {
        'src/main.ts': `
        import { App } from './app';
        new App().start();
      `,
        'src/app.ts': `
        import { createServer } from 'node:http';
        import { Shutdown } from './shutdown';
        export class App {
          private readonly server = createServer((req, res) => res.end());
          private readonly shutdown = new Shutdown(() => this.server.close(() => process.exit(0)));
          start(): void {
            this.shutdown.install();
            this.server.listen(3000);
          }
        }
      `,
        'src/shutdown.ts': `
        export class Shutdown {
          constructor(private readonly run: () => void) {}
          install(): void {
            for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => this.run());
          }
        }
      `,
      },
    },
    {
      name: 'a listener in a constructor',
      files: js`
      import http from 'node:http';
      class Service {
        constructor() {
          this.server = http.createServer((req, res) => res.end());
          process.on('SIGTERM', this.stop.bind(this));
        }
        start() { this.server.listen(3000); }
        stop() { this.server.close(() => process.exit(0)); }
      }
      new Service().start();
    `,
    },
    {
      name: 'signal-exit, exit-hook and death',
      files: cjs`
      const http = require('http');
      const death = require('death');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      death((signal) => server.close(() => process.exit(signal ? 0 : 1)));
    `,
    },
    {
      name: 'a preload',
      manifest: { scripts: { start: 'node --import ./src/signals.js src/main.js' } },
      files: {
        'src/main.js': `
        import express from 'express';
        express().listen(3000);
      `,
        'src/signals.js': `
        process.on('SIGTERM', () => process.exit(0));
      `,
      },
    },
    {
      name: 'a worker of a cluster whose primary handles signals',
      files: js`
      import cluster from 'node:cluster';
      import http from 'node:http';
      process.on('SIGTERM', () => process.exit(0));
      if (cluster.isPrimary) cluster.fork();
      else http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
    {
      name: 'a server that a library of the workspace exports',
      manifest: { main: 'src/index.js' },
      files: {
        'src/index.js': `
      import http from 'node:http';
      export function serve(port, handler) {
        return http.createServer(handler).listen(port);
      }
    `,
      },
    },
    {
      name: 'a handler of a platform',
      files: {
        'api/hello.js': `
        export default function handler(req, res) {
          res.end('hello');
        }
      `,
        'src/lambda.ts': `
        import { APIGatewayProxyHandler } from 'aws-lambda';
        export const handler: APIGatewayProxyHandler = async () => ({ statusCode: 200, body: 'ok' });
      `,
      },
    },
    {
      name: 'a dynamic import of the registration',
      files: {
        'src/main.js': `
        import express from 'express';
        await import('./signals.js');
        express().listen(3000);
      `,
        'src/signals.js': `
        process.on('SIGTERM', () => process.exit(0));
      `,
      },
    },
    {
      name: 'a map of listeners',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const listeners = { SIGTERM: () => server.close(), uncaughtException: () => process.exit(1) };
      for (const [event, listener] of Object.entries(listeners)) process.on(event, listener);
    `,
    },
    {
      name: 'await once(process, …)',
      files: js`
      import { once } from 'node:events';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      await once(process, 'SIGTERM');
      server.close();
    `,
    },
    {
      name: 'an async iterator of signals',
      files: js`
      import { on } from 'node:events';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      for await (const [signal] of on(process, 'SIGTERM')) {
        console.log(signal);
        server.close();
      }
    `,
    },
    {
      name: 'a server for a moment',
      files: js`
      import { once } from 'node:events';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      await once(server, 'listening');
      console.log(await fetch('http://localhost:' + server.address().port));
      server.close();
    `,
    },
    {
      name: 'a library whose tool is stopped by hand',
      manifest: { main: 'index.js', bin: { serve: 'bin.js' } },
      files: {
        'index.js': `
        import http from 'node:http';
        import { stopOnSignal } from './signals.js';
        export function serve(port) {
          const server = http.createServer((req, res) => res.end()).listen(port);
          stopOnSignal(server);
        }
      `,
        'signals.js': `
        export function stopOnSignal(server) {
          process.on('SIGINT', () => server.close(() => process.exit(0)));
        }
      `,
      },
    },
    {
      name: 'a library that handles SIGTERM by another way',
      manifest: { main: 'index.js' },
      files: {
        'index.js': `
        import http from 'node:http';
        import { stopOnSignal } from './signals.js';
        export function serve(port) {
          const server = http.createServer((req, res) => res.end()).listen(port);
          stopOnSignal(server);
        }
      `,
        'signals.js': `
        const signals = ['SIGTERM'];
        export function stopOnSignal(server) {
          for (const signal of signals) process.on(signal, () => server.close());
          process.on('SIGINT', () => server.close(() => process.exit(0)));
        }
      `,
      },
    },
    {
      name: 'a library that only says that it was interrupted',
      manifest: { main: 'index.js' },
      files: {
        'index.js': `
        import http from 'node:http';
        import { stopOnSignal } from './signals.js';
        export function serve(port) {
          const server = http.createServer((req, res) => res.end()).listen(port);
          stopOnSignal(server);
        }
      `,
        'signals.js': `
        export function stopOnSignal(server) {
          process.on('SIGINT', () => { console.log('again to stop', server.address()); });
        }
      `,
      },
    },
    {
      name: 'a helper of a library that starts nothing',
      manifest: { main: 'signals.js' },
      files: {
        'signals.js': `
        export function stopOnSignal(server) {
          process.on('SIGINT', () => server.close(() => process.exit(0)));
        }
      `,
      },
    },
  ],
});
