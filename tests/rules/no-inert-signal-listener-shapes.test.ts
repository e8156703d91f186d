import { cjs, js, table, ts } from './table.js';

/** Listeners that do nothing, in the shapes of real services. */
table('no-inert-signal-listener', {
  at: /^[\w.]+\(/u,
  reports: [
    {
      name: 'a function that only logs, by its name',
      files: js`
      import express from 'express';
      const server = express().listen(3000);
      process.on('SIGTERM', console.log); // ! inert
    `,
    },
    {
      name: 'a method of a logger',
      files: js`
      import express from 'express';
      import pino from 'pino';
      const logger = pino();
      const server = express().listen(3000);
      process.on('SIGTERM', logger.info.bind(logger)); // ! inert
    `,
    },
    {
      name: 'a server that is asked for before it is there',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      let server;
      process.on('SIGTERM', () => server?.close()); // ! unready
      async function main() {
        await mongoose.connect('mongodb://db');
        server = express().listen(3000);
      }
      main();
    `,
    },
    {
      name: 'a server that is there in a then',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      let server;
      process.on('SIGTERM', () => { // ! unready
        console.log('stopping');
        server && server.close();
      });
      mongoose.connect('mongodb://db').then(() => { server = express().listen(3000); });
    `,
    },
    {
      name: 'a field that a start sets later',
      files: ts`
      import { createServer, type Server } from 'node:http';
      import mongoose from 'mongoose';
      class App {
        private server?: Server;
        constructor() { process.on('SIGTERM', () => this.stop()); } // ! unready
        async start(): Promise<void> {
          await mongoose.connect('mongodb://db');
          this.server = createServer((req, res) => res.end()).listen(3000);
        }
        stop(): void {
          if (this.server) {
            this.server.close();
          }
        }
      }
      void new App().start();
    `,
    },
    {
      name: 'a template, a date and JSON',
      files: {
        'src/main.js': `
      import express from 'express';
      express().listen(3000);
      process.on('SIGTERM', (signal) => { // ! inert
        const at = new Date().toISOString();
        console.log(\`\${at} \${JSON.stringify({ signal })}\`);
      });
    `,
      },
    },
    {
      name: 'a logger of another module',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { log } from './log';
        express().listen(3000);
        process.on('SIGTERM', () => { // ! inert
          log.info('stopping');
        });
      `,
        'src/log.ts': `
        import pino from 'pino';
        export const log = pino({ level: 'info' });
      `,
      },
    },
    {
      name: 'an early return before the close',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGINT', () => { // ! inert
        if (process.stdin.isTTY) return;
        console.log('ignored');
      });
    `,
    },
    {
      name: 'a flag of the function itself',
      files: cjs`
      require('node:http').createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! inert
        let isStopping = false;
        isStopping = true;
        console.log(isStopping);
      });
    `,
    },
  ],
});
