import { cjs, js, table, ts } from './table.js';

/** The same defect, and what only looks like it, in the shapes of real services. */
table('no-blocking-handler', {
  at: /^[\w.]+\(/su,
  silent: [
    {
      name: 'a read that is cached',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      let html;
      function load() { html = fs.readFileSync('index.html', 'utf8'); }
      load();
      const app = express();
      app.get('/', (req, res) => res.send(html));
      app.listen(3000);
    `,
    },
    {
      name: 'a signal listener that reads',
      files: cjs`
      const fs = require('node:fs');
      const http = require('node:http');
      let config = {};
      http.createServer((req, res) => res.end(JSON.stringify(config))).listen(3000);
      process.on('SIGHUP', () => { config = JSON.parse(fs.readFileSync('config.json', 'utf8')); });
    `,
    },
    {
      name: 'a plugin body of Fastify',
      files: ts`
      import { readFileSync } from 'node:fs';
      import Fastify from 'fastify';
      const app = Fastify();
      void app.register(async (instance) => {
        const schema = JSON.parse(readFileSync('schema.json', 'utf8'));
        instance.get('/', async () => schema);
      });
      void app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a factory of handlers',
      files: js`
      import express from 'express';
      import fs from 'node:fs';
      function page(name) {
        const text = fs.readFileSync(name + '.html', 'utf8');
        return (req, res) => res.send(text);
      }
      const app = express();
      app.get('/', page('home'));
      app.listen(3000);
    `,
    },
    {
      name: 'a constructor at the start',
      files: ts`
      import express from 'express';
      import { readFileSync } from 'node:fs';
      class Templates {
        readonly home = readFileSync('home.html', 'utf8');
        render(): string { return this.home; }
      }
      const templates = new Templates();
      const app = express();
      app.get('/', (req, res) => { res.send(templates.render()); });
      app.listen(3000);
    `,
    },
    {
      name: 'the callback forms',
      files: js`
      import crypto from 'node:crypto';
      import http from 'node:http';
      import zlib from 'node:zlib';
      http.createServer((req, res) => {
        crypto.scrypt('a', 'b', 64, (error, key) => zlib.gzip(key, (failure, body) => res.end(body)));
      }).listen(3000);
    `,
    },
    {
      name: 'a module that is required in a handler',
      files: cjs`
      const express = require('express');
      const app = express();
      app.get('/', (req, res) => res.json(require('./data.json')));
      app.listen(3000);
    `,
    },
  ],
  reports: [
    {
      name: 'a handler that a helper registers with a wrapper around it',
      files: {
        'src/main.js': `
        import express from 'express';
        import fs from 'node:fs';
        import { createRoute } from './create-route.js';
        const app = express();
        createRoute(app, { path: '/health', handler: (req, res) => res.send('ok') });
        createRoute(app, {
          path: '/orders',
          handler: (req, res) => res.send(fs.readFileSync('orders.json')), // ! blocking
        });
        app.listen(3000);
      `,
        'src/create-route.js': `
        export const createRoute = (app, route) => {
          app.get(route.path, (req, res, next) => {
            Promise.resolve(route.handler(req, res)).catch(next);
          });
        };
      `,
      },
    },
    {
      name: 'a promise chain',
      files: cjs`
      const express = require('express');
      const fs = require('node:fs');
      const app = express();
      app.get('/', (req, res) => {
        fetch('http://x').then(async (answer) => {
          fs.writeFileSync('cache.json', await answer.text()); // ! blocking
          res.send('ok');
        });
      });
      app.listen(3000);
    `,
    },
  ],
});
