import { cjs, js, table, ts } from './table.js';

table('require-shutdown-log', {
  silent: [
    {
      name: 'console',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', (signal) => {
        console.log(signal);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the end is logged',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => {
        console.info('closed');
        process.exit(0);
      }));
    `,
    },
    {
      name: 'the logger of Fastify',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify({ logger: true });
      process.on('SIGTERM', async () => {
        app.log.info('stopping');
        await app.close();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'pino and winston',
      files: {
        'src/main.ts': `
        import http from 'node:http';
        import { log } from './log';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          log.warn({ signal: 'SIGTERM' }, 'stopping');
          server.close(() => process.exit(0));
        });
      `,
        'src/log.ts': `
        import pino from 'pino';
        export const log = pino();
      `,
      },
    },
    {
      name: 'a metric',
      files: js`
      import client from 'prom-client';
      import http from 'node:http';
      const stops = new client.Counter({ name: 'stops', help: 'stops' });
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        stops.inc();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a helper of another module that logs',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { note } from './note.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          note('stop');
          server.close(() => process.exit(0));
        });
      `,
        'src/note.js': `
        export const note = (text) => process.stdout.write(text);
      `,
      },
    },
    {
      name: 'standard output',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        process.stderr.write('stop');
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the logger of Nest',
      files: ts`
      import { Logger } from '@nestjs/common';
      import { createServer } from 'node:http';
      const logger = new Logger('main');
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        logger.log('stop');
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a shutdown that closes nothing',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'a library that tells',
      files: js`
      import Fastify from 'fastify';
      import closeWithGrace from 'close-with-grace';
      const app = Fastify();
      closeWithGrace(async () => { await app.close(); });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'tests',
      files: {
        'tests/app.test.js': `
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(0);
      process.on('SIGTERM', () => server.close());
    `,
      },
    },
    {
      name: 'a logger that cannot be seen',
      files: js`
      import { logger } from '@acme/log';
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        logger('stop');
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});
