import { cjs, js, table, ts } from './table.js';

table('require-sigterm-listener', {
  silent: [
    {
      name: 'a library that drains the server that it was given',
      files: js`
      import http from 'node:http';
      import { ApolloServer } from '@apollo/server';
      import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
      import express from 'express';
      const app = express();
      const httpServer = http.createServer(app);
      const apollo = new ApolloServer({
        typeDefs: 'type Query { ok: Boolean }',
        plugins: [ApolloServerPluginDrainHttpServer({ httpServer })],
      });
      await apollo.start();
      httpServer.listen(4000);
    `,
    },
    {
      name: 'a library that stops the worker, all there is',
      files: js`
      import { run } from 'graphile-worker';
      await run({ connectionString: process.env.DATABASE_URL, taskList: {} });
    `,
    },
    {
      name: 'a listener',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a listener in another module that is called',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const { stopOnSignals } = require('./stop.cjs');
        const server = http.createServer((req, res) => res.end());
        stopOnSignals(server);
        server.listen(3000);
      `,
        'src/stop.cjs': `
        module.exports.stopOnSignals = (server) => {
          process.addListener('SIGTERM', () => server.close(() => process.exit(0)));
        };
      `,
      },
    },
    {
      name: 'a listener that importing a module registers',
      files: {
        'src/main.js': `
        import './signals.js';
        import express from 'express';
        express().listen(3000);
      `,
        'src/signals.js': `
        process.once('SIGTERM', () => process.exit(0));
      `,
      },
    },
    {
      name: 'forEach over names',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      ['SIGINT', 'SIGTERM'].forEach((signal) => process.on(signal, () => server.close(() => process.exit(0))));
    `,
    },
    {
      name: 'the keys of an object',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const codes = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
      Object.keys(codes).forEach((signal) => {
        process.on(signal, () => server.close(() => process.exit(128 + codes[signal])));
      });
    `,
    },
    {
      name: 'constants and an enum',
      files: ts`
      import { createServer } from 'node:http';
      enum Signal { Stop = 'SIGTERM', Interrupt = 'SIGINT' }
      const server = createServer((req, res) => res.end()).listen(3000);
      for (const signal of [Signal.Stop, Signal.Interrupt]) process.on(signal, () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'an imported on',
      files: js`
      import { createServer } from 'node:http';
      import { on } from 'node:process';
      import proc from 'node:process';
      const server = createServer((req, res) => res.end()).listen(3000);
      proc.prependListener('SIGTERM', () => server.close(() => process.exit(0)));
      void on;
    `,
    },
    {
      name: 'terminus',
      files: js`
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      const server = http.createServer((req, res) => res.end());
      createTerminus(server, { signals: ['SIGTERM', 'SIGINT'], healthChecks: {} });
      server.listen(3000);
    `,
    },
    {
      name: 'close-with-grace',
      files: js`
      import Fastify from 'fastify';
      import closeWithGrace from 'close-with-grace';
      const app = Fastify();
      closeWithGrace({ delay: 5000 }, async () => { await app.close(); });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'lightship',
      files: js`
      import http from 'node:http';
      import { createLightship } from 'lightship';
      const lightship = await createLightship();
      const server = http.createServer((req, res) => res.end()).listen(8080, () => lightship.signalReady());
      lightship.registerShutdownHandler(() => { server.close(); });
    `,
    },
    {
      name: 'http-graceful-shutdown',
      files: cjs`
      const express = require('express');
      const gracefulShutdown = require('http-graceful-shutdown');
      const server = express().listen(3000);
      gracefulShutdown(server, { timeout: 8000 });
    `,
    },
    {
      name: 'Nest with enableShutdownHooks',
      files: ts`
      import { NestFactory } from '@nestjs/core';
      import { Module } from '@nestjs/common';
      @Module({})
      class AppModule {}
      async function bootstrap(): Promise<void> {
        const app = await NestFactory.create(AppModule);
        app.enableShutdownHooks();
        await app.listen(3000);
      }
      void bootstrap();
    `,
    },
    {
      name: 'the stand-alone server of Apollo',
      files: js`
      import { ApolloServer } from '@apollo/server';
      import { startStandaloneServer } from '@apollo/server/standalone';
      const server = new ApolloServer({ typeDefs: '', resolvers: {} });
      await startStandaloneServer(server, { listen: { port: 4000 } });
    `,
    },
    {
      name: 'an application that is only exported',
      files: js`
      import express from 'express';
      export const app = express();
      app.get('/', (req, res) => res.send('ok'));
    `,
    },
    {
      name: 'a serverless handler',
      files: js`
      import express from 'express';
      import serverless from 'serverless-http';
      const app = express();
      export const handler = serverless(app);
    `,
    },
    {
      name: 'fastify-cli runs it',
      manifest: { scripts: { start: 'fastify start src/main.js' } },
      files: js`
      export default async function service(app) {
        app.get('/', async () => 'ok');
      }
    `,
    },
    {
      name: 'a start-up script that ends',
      files: js`
      import pg from 'pg';
      const pool = new pg.Pool();
      await pool.query('create table if not exists orders ()');
      await pool.end();
    `,
    },
    {
      name: 'a command-line tool',
      manifest: { bin: { serve: 'src/cli.js' } },
      files: {
        'src/cli.js': `
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(8080);
    `,
      },
    },
    {
      name: 'tests and scripts',
      files: {
        'tests/server.test.js': `
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(0);
      `,
        'scripts/preview.js': `
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(8080);
      `,
      },
    },
    {
      name: 'a helper of an unknown package',
      files: js`
      import http from 'node:http';
      import { setUpGracefulShutdown } from '@acme/service';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      setUpGracefulShutdown(server);
    `,
    },
    {
      name: 'fastify-graceful-shutdown',
      files: js`
      import Fastify from 'fastify';
      import graceful from 'fastify-graceful-shutdown';
      const app = Fastify();
      app.register(graceful);
      await app.listen({ port: 3000 });
    `,
    },
  ],
});
