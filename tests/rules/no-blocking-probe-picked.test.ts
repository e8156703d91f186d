/** One function out of many, of which a key tells which. */
import { js, table } from './table.js';

table('no-blocking-probe', {
  at: /^[\w.#$[\]]+\(.*\)$/su,
  reports: [
    {
      name: 'a loop over all checks',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      const checks = { memory: () => process.memoryUsage(), disk: () => fs.readFileSync('/data/x', 'utf8') };
      app.get('/health', (request, response) => {
        const results = {};
        for (const name of Object.keys(checks)) {
          const check = checks[name];
          results[name] = check(); // ! sync
        }
        response.json(results);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'each of the checks',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      const checks = { memory: () => process.memoryUsage(), disk: () => fs.readFileSync('/data/x', 'utf8') };
      app.get('/health', (request, response) => {
        const results = Object.keys(checks).map((name) => checks[name]()); // ! sync
        response.json(results);
      });
      app.listen(3000);
    `,
    },
    {
      name: 'one of several, all of which block',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      const readers = { a: () => fs.readFileSync('/data/a', 'utf8'), b: () => fs.readFileSync('/data/b', 'utf8') };
      app.get('/health', (request, response) => response.end(readers[request.query.disk]())); // ! sync
      app.listen(3000);
    `,
    },
  ],
  silent: [
    {
      name: 'one handler for all routes, which picks by name',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      const handle = (name) => (request, response) => {
        const routes = { health: () => 'ok', file: () => fs.readFileSync('/data/x', 'utf8') };
        response.end(routes[name]());
      };
      app.get('/health', handle('health'));
      app.get('/file', handle('file'));
      app.listen(3000);
    `,
    },
    {
      name: 'by a variable',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      const routes = { health: () => 'ok', file: () => fs.readFileSync('/data/x', 'utf8') };
      const handle = (name) => (request, response) => {
        const route = routes[name];
        response.end(route());
      };
      app.get('/health', handle('health'));
      app.get('/file', handle('file'));
      app.listen(3000);
    `,
    },
    {
      name: 'out of a Map, in a class',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      const app = express();
      class Router {
        routes = new Map();
        add(path, run) {
          this.routes.set(path, run);
          app.get(path, this.handle.bind(this));
        }
        async handle(request, response) {
          const run = this.routes.get(request.path);
          response.json(await run(request));
        }
      }
      const router = new Router();
      router.add('/health', async () => 'ok');
      router.add('/file', async () => fs.readFileSync('/data/x', 'utf8'));
      app.listen(3000);
    `,
    },
  ],
});
