import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-async-exit-listener', [
  {
    name: 'the shutdown once more',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        let isClosing = false;
        async function shutDown(why) {
          if (isClosing) return;
          isClosing = true;
          console.log(why);
          await new Promise((resolve) => server.close(resolve));
          process.exit();
        }
        process.on('exit', () => shutDown('exit'));
        process.on('SIGTERM', () => shutDown('SIGTERM'));
      `,
    },
    suggestion: 'remove',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      let isClosing = false;
      async function shutDown(why) {
        if (isClosing) return;
        isClosing = true;
        console.log(why);
        await new Promise((resolve) => server.close(resolve));
        process.exit();
      }
      process.on('SIGTERM', () => shutDown('SIGTERM'));
    `,
  },
  {
    name: 'a pool under a live server',
    files: {
      'main.js': code`
        import express from 'express';
        import pg from 'pg';
        const pool = new pg.Pool();
        express().listen(3000);
        process.on('beforeExit', async () => {
          await pool.end();
        });
      `,
    },
    suggestion: 'listen',
    after: code`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = express().listen(3000);
      process.once('SIGTERM', async () => {
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        await pool.end();
        process.exit();
      });
    `,
  },
  {
    name: 'a server in an expression',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('exit', () => server.close());
      `,
    },
    suggestion: 'listen',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        process.exit();
      });
    `,
  },
  {
    name: 'a callback of the close',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('exit', () => server.close(() => console.log('closed')));
      `,
    },
    suggestion: 'listen',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => server.close(() => {
        console.log('closed');
        process.exit();
      }));
    `,
  },
  {
    name: 'closes that nobody waits for',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        const worker = new Worker('a', async () => {});
        const other = new Worker('b', async () => {});
        process.on('exit', () => {
          console.log('bye');
          worker.close();
          other.close();
        });
      `,
    },
    suggestion: 'listen',
    after: code`
      import { Worker } from 'bullmq';
      const worker = new Worker('a', async () => {});
      const other = new Worker('b', async () => {});
      process.once('SIGTERM', async () => {
        console.log('bye');
        await worker.close();
        await other.close();
        process.exit();
      });
    `,
  },
  {
    name: 'a file that takes several steps',
    files: {
      'main.js': code`
        import fs from 'node:fs';
        const state = {};
        process.on('exit', () => {
          fs.writeFile('state.json', JSON.stringify(state), (error) => {
            if (error) console.error(error);
          });
        });
      `,
    },
    suggestion: 'sync',
    after: code`
      import fs from 'node:fs';
      const state = {};
      process.on('exit', () => {
        fs.writeFileSync('state.json', JSON.stringify(state));
      });
    `,
  },
  {
    name: 'a promise of a file',
    files: {
      'main.js': code`
        const fs = require('fs');
        process.on('exit', () => {
          fs.promises.rm('service.lock');
        });
      `,
    },
    suggestion: 'sync',
    after: code`
      const fs = require('fs');
      process.on('exit', () => {
        fs.rmSync('service.lock');
      });
    `,
  },
]);
