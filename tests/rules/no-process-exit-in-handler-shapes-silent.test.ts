import { js, table } from './table.js';

/** What only looks like the defect, in the shapes of real services. */
table('no-process-exit-in-handler', {
  silent: [
    {
      name: 'a bound beside the request to stop',
      files: js`
      import express from 'express';
      const app = express();
      function restart() {
        setTimeout(() => process.kill(process.pid, 'SIGTERM'), 100);
        setTimeout(() => process.kill(process.pid, 'SIGKILL'), 60_000).unref();
      }
      app.post('/restart', (req, res) => {
        restart();
        res.end();
      });
      const server = app.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'an exit that ends a stop which hangs',
      files: js`
      import express from 'express';
      const app = express();
      app.post('/restart', (req, res) => {
        res.end();
        process.kill(process.pid, 'SIGTERM');
        setTimeout(() => process.exit(1), 10_000).unref();
      });
      const server = app.listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a request that has the service start again',
      files: {
        'src/main.cjs': `
        require('./kernel.cjs').init();
      `,
        'src/kernel.cjs': `
        const express = require('express');
        async function init() {
          try {
            if (process.env.SETTINGS) express().listen(3000);
            else setUp();
          } catch (error) {
            process.exit(1);
          }
        }
        function setUp() {
          const app = express();
          app.listen(3000);
          app.post('/finish', (req, res) => {
            res.end();
            setTimeout(() => init(), 1000);
          });
        }
        module.exports = { init };
      `,
      },
    },
    {
      name: 'a helper that a route and the start share, called at the start only',
      files: js`
      import express from 'express';
      const fail = (error) => { console.error(error); process.exit(1); };
      const app = express();
      app.get('/', (req, res) => res.send('ok'));
      if (!process.env.PORT) fail(new Error('no port'));
      app.listen(process.env.PORT);
    `,
    },
    {
      name: 'a lost database connection',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      express().listen(3000);
      mongoose.connect('mongodb://db').catch((error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'a route that starts the shutdown of the service',
      files: {
        'src/main.ts': `
        import express from 'express';
        import { createServer } from 'node:http';
        import { shutdown } from './shutdown';
        const app = express();
        const server = createServer(app);
        app.post('/internal/stop', (req, res) => {
          res.sendStatus(202);
          void shutdown(server);
        });
        server.listen(3000);
        process.once('SIGTERM', () => void shutdown(server));
      `,
        'src/shutdown.ts': `
        import type { Server } from 'node:http';
        export async function shutdown(server: Server): Promise<void> {
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        }
      `,
      },
    },
    {
      name: 'exit listeners of children',
      files: js`
      import { spawn } from 'node:child_process';
      import express from 'express';
      express().listen(3000);
      spawn('redis-server').on('exit', (code) => process.exit(code ?? 1));
    `,
    },
    {
      name: 'a start-up deadline',
      files: js`
      import express from 'express';
      import mongoose from 'mongoose';
      const late = setTimeout(() => process.exit(1), 30_000);
      await mongoose.connect('mongodb://db');
      clearTimeout(late);
      express().listen(3000);
    `,
    },
    {
      name: 'a command of a tool with subcommands',
      manifest: { bin: 'src/cli.js' },
      files: {
        'src/cli.js': `
        import { Command } from 'commander';
        import { serve } from './serve.js';
        new Command().command('serve').action(() => serve());
      `,
        'src/serve.js': `
        import http from 'node:http';
        export function serve() {
          http.createServer((req, res) => { if (req.url === '/quit') process.exit(0); res.end(); }).listen(8080);
        }
      `,
      },
    },
    {
      name: 'the message of a parent',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('message', (message) => {
        if (message === 'shutdown') server.close(() => process.exit(0));
      });
      process.on('disconnect', () => process.exit(0));
    `,
    },
    {
      name: 'an event of the shutdown',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      app.addHook('onClose', async () => { console.log('closed'); });
      process.on('SIGTERM', () => app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'a route that waits for the framework to close',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      app.post('/stop', (request, reply) => {
        reply.send('bye');
        setImmediate(async () => {
          await app.close();
          process.exit(0);
        });
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'an interactive line',
      files: js`
      import http from 'node:http';
      import readline from 'node:readline';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      readline.createInterface({ input: process.stdin }).on('line', (line) => {
        if (line === 'quit') server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'the end of a drain that handlers reach',
      files: js`
      import http from 'node:http';
      let isDraining = false;
      let open = 0;
      const server = http.createServer((req, res) => {
        open += 1;
        res.on('finish', () => {
          open -= 1;
          if (isDraining && open === 0) process.exit(0);
        });
        res.end();
      }).listen(3000);
      process.on('SIGTERM', () => { isDraining = true; server.close(); });
    `,
    },
  ],
});
