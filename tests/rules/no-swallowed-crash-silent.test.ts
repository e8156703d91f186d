import { cjs, js, table } from './table.js';

table('no-swallowed-crash', {
  silent: [
    {
      name: 'a failed start that ends the process by an event of its own',
      files: js`
      import http from 'node:http';
      import { EventEmitter } from 'node:events';
      import { setTimeout } from 'node:timers/promises';
      const stopping = new EventEmitter();
      stopping.once('stop', async (code) => {
        await setTimeout(100);
        process.exit(code);
      });
      process.on('SIGTERM', () => stopping.emit('stop', 0));
      async function start() {
        await fetch('http://settings');
        http.createServer((req, res) => res.end('ok')).listen(3000);
      }
      try {
        await start();
      } catch (error) {
        stopping.emit('stop', 1);
        console.error(error);
      }
    `,
    },
    {
      name: 'another listener of the same process, in another module, that ends it',
      files: {
        'package.json': '{ "type": "module", "scripts": { "start": "node src/main.js" } }',
        'src/main.js': `
import http from 'node:http';
import './fatal.js';
http.createServer((req, res) => res.end()).listen(3000);
process.on('unhandledRejection', (error) => {
  console.error(error);
});
`,
        'src/fatal.js': `
process.on('unhandledRejection', () => {
  process.exit(1);
});
`,
      },
    },
    {
      name: 'something unseen that a log is given the promise of, by a name that ends',
      files: js`
      import http from 'node:http';
      import { crashAfter } from 'unknown-errors';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('unhandledRejection', (error) => {
        console.error(crashAfter(error));
      });
    `,
    },
    {
      name: 'something unseen that is called beside the log',
      files: js`
      import http from 'node:http';
      import { handle } from 'unknown-errors';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('unhandledRejection', (error) => {
        console.error(error);
        handle(error);
      });
    `,
    },
    {
      name: 'an exit with 1',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'an error that is thrown again',
      files: cjs`
      const http = require('node:http');
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('unhandledRejection', (reason) => { throw reason; });
    `,
    },
    {
      name: 'a shutdown with a code',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const stop = (code) => server.close(() => process.exit(code));
      process.once('SIGTERM', () => stop(0));
      process.on('uncaughtException', () => stop(1));
    `,
    },
    {
      name: 'an exit code that is set before the close',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        console.error(error);
        process.exitCode = 1;
        server.close(() => process.exit());
      });
    `,
    },
    {
      name: 'a monitor',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtExceptionMonitor', (error) => console.error(error));
    `,
    },
    {
      name: 'warnings',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('warning', (warning) => console.warn(warning));
      process.on('rejectionHandled', () => console.warn('late'));
      process.on('multipleResolves', () => console.warn('twice'));
    `,
    },
    {
      name: 'an error tracker that is flushed',
      files: js`
      import * as Sentry from '@sentry/node';
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('uncaughtException', (error) => {
        Sentry.captureException(error);
        void Sentry.flush(2000).finally(() => process.exit(1));
      });
    `,
    },
    {
      name: 'background work whose failure is logged',
      files: js`
      import express from 'express';
      const app = express();
      async function warmUp() { await fetch('http://cache'); }
      app.get('/', (req, res) => {
        warmUp().catch(console.error);
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
    {
      name: 'an abort',
      files: js`
      import express from 'express';
      express().listen(3000);
      process.on('uncaughtException', () => process.abort());
    `,
    },
    {
      name: 'tests, and a command-line tool',
      files: {
        'tests/setup.test.js': `
        process.on('unhandledRejection', (reason) => console.error(reason));
      `,
        'bin/tool.js': `#!/usr/bin/env node
async function main() { console.log('x'); }
main().catch(console.error);
`,
      },
    },
    {
      name: 'a listener that is there for one step alone',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      let isRejected = false;
      export async function closeQuietly(pool) {
        const listener = () => { isRejected = true; };
        process.addListener('unhandledRejection', listener);
        await pool.close();
        process.removeListener('unhandledRejection', listener);
        return isRejected;
      }
    `,
    },
    {
      name: 'a listener that is kept to be called later, and starts again',
      files: js`
      import http from 'node:http';
      import { EventEmitter } from 'node:events';
      const emitter = new EventEmitter();
      const kept = new Map();
      const server = http.createServer((req, res) => res.end());
      function start() { server.listen(3000); }
      function watch(event, callback, key) {
        if (!kept.has(key)) kept.set(key, []);
        const wrapped = async () => {
          try { await callback(); } catch (error) { console.error(event, error); }
        };
        kept.get(key).push({ event, callback: wrapped });
        emitter.on(event, wrapped);
      }
      watch('disconnected', async () => { server.close(); start(); }, 'server');
      start();
    `,
    },
    {
      name: 'events of something unseen that may end the process',
      files: js`
      import express from 'express';
      import { bus } from '@acme/bus';
      express().listen(3000);
      process.on('uncaughtException', (error) => bus.emit('failure', error));
      process.on('unhandledRejection', (error) => bus.emit(error.code));
    `,
    },
  ],
});
