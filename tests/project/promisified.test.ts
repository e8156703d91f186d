/** Starts and waits behind `promisify`. */
import { cjs, js, table } from '../rules/table.js';

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a listen that is bound and promisified',
      files: cjs`
      const http = require('node:http');
      const { promisify } = require('node:util');
      const server = http.createServer((req, res) => res.end());
      async function main() {
        await promisify(server.listen.bind(server, 3000))(); // ! missing
      }
      main();
    `,
    },
    {
      name: 'one that is held by a variable',
      files: js`
      import express from 'express';
      import util from 'node:util';
      const app = express();
      const listen = util.promisify(app.listen.bind(app));
      await listen(3000); // ! missing
    `,
    },
  ],
  silent: [
    {
      name: 'another function',
      files: js`
      import http from 'node:http';
      import { promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end());
      await promisify(server.getConnections.bind(server))();
    `,
    },
  ],
});

table('no-late-signal-listener', {
  at: /process\.on/u,
  reports: [
    {
      name: 'a listener after such a start',
      files: js`
      import http from 'node:http';
      import { promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end());
      await promisify(server.listen.bind(server, 3000))();
      process.on('SIGTERM', () => server.close(() => process.exit(0))); // ! late
    `,
    },
  ],
  silent: [
    {
      name: 'a listener before it',
      files: js`
      import http from 'node:http';
      import { promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end());
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
      await promisify(server.listen.bind(server, 3000))();
    `,
    },
  ],
});
