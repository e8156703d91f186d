import { cjs, js, table, ts } from './table.js';

table('no-swallowed-crash', {
  silent: [
    {
      name: 'one part of many, each of which may fail',
      files: {
        'src/main.ts': `
        import { Metrics } from './metrics';
        import { Part } from './part';
        import { Site } from './site';
        const parts: Part[] = [new Metrics(), new Site()];
        async function startPart(part: Part): Promise<void> {
          try {
            await part.start();
          } catch (error) {
            console.error('cannot start', error);
          }
        }
        async function main(): Promise<void> {
          for (const part of parts) await startPart(part);
        }
        void main();
      `,
        'src/part.ts': `
        export abstract class Part {
          abstract start(): Promise<void>;
        }
      `,
        'src/metrics.ts': `
        import { Part } from './part';
        export class Metrics extends Part {
          async start(): Promise<void> {
            await fetch('http://metrics/register');
          }
        }
      `,
        'src/site.ts': `
        import { createServer } from 'node:http';
        import { Part } from './part';
        export class Site extends Part {
          async start(): Promise<void> {
            createServer((req, res) => res.end()).listen(3000);
          }
        }
      `,
      },
    },
    {
      name: 'a method that has the name of one of every object',
      files: js`
      import { createServer } from 'node:http';
      const start = () => createServer((req, res) => res.end()).listen(3000);
      start().toString();
    `,
    },
    {
      name: 'an exit of the clean-up that answers those who ask again',
      files: ts`
      import { createServer } from 'node:http';
      let asked = 0;
      async function cleanUp(): Promise<void> {
        asked += 1;
        if (asked === 2) return;
        if (asked >= 3) process.exit();
        await fetch('http://registry/leave');
      }
      async function start(): Promise<void> {
        process.on('SIGTERM', async () => {
          await cleanUp();
          process.exit(0);
        });
        try {
          await fetch('http://registry/join');
          createServer((req, res) => res.end()).listen(3000);
        } catch (error) {
          console.error(error);
          await cleanUp();
          process.exit(1);
        }
      }
      void start();
    `,
    },
    {
      name: 'an exit that is bound to its code and handed on',
      files: cjs`
      const http = require('node:http');
      const shutdown = (code) => { process.nextTick(process.exit.bind(null, code)); };
      async function start() { http.createServer((req, res) => res.end()).listen(3000); }
      start().catch((error) => {
        console.error(error);
        shutdown(1);
      });
    `,
    },
    {
      name: 'a start that fails with 1',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      const main = () => app.listen({ port: 3000 });
      main().catch((error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'a start that sets the code',
      files: ts`
      import Fastify from 'fastify';
      const app = Fastify();
      async function main(): Promise<void> { await app.listen({ port: 3000 }); }
      main().catch((error) => {
        console.error(error);
        process.exitCode = 1;
      });
    `,
    },
    {
      name: 'a helper of another module that ends',
      files: {
        'src/main.js': `
        import express from 'express';
        import { fatal } from './fatal.js';
        express().listen(3000);
        process.on('unhandledRejection', fatal);
      `,
        'src/fatal.js': `
        export function fatal(error) {
          console.error(error);
          process.kill(process.pid, 'SIGTERM');
        }
      `,
      },
    },
    {
      name: 'a second listener that ends',
      files: js`
      import express from 'express';
      express().listen(3000);
      process.on('uncaughtException', (error) => console.error(error));
      process.on('uncaughtException', () => process.exit(1));
    `,
    },
    {
      name: 'a helper that cannot be seen',
      files: js`
      import express from 'express';
      import { onCrash } from '@acme/crash';
      express().listen(3000);
      process.on('uncaughtException', (error) => onCrash(error));
    `,
    },
    {
      name: 'a start that its own failure begins again',
      files: js`
      import { createServer } from 'node:http';
      import { MongoClient } from 'mongodb';
      const client = new MongoClient('mongodb://db');
      const server = createServer((request, response) => response.end('ok'));
      const retry = (start) => setTimeout(start, 5000);
      function start() {
        client.connect().then(() => server.listen(3000)).catch((error) => {
          console.error(error);
          retry(start);
        });
      }
      start();
    `,
    },
  ],
});
