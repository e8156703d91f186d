import { cjs, js, table } from './table.js';

/** Services that do all of it right, in the ways of their frameworks: no rule has anything to say. */
table('*', {
  silent: [
    {
      name: 'the pattern of the documentation',
      files: js`
      import http from 'node:http';
      const state = { draining: false };
      process.on('SIGTERM', (signal) => void stop(signal));
      process.on('SIGINT', (signal) => void stop(signal));
      async function stop(why) {
        if (state.draining) return;
        state.draining = true;
        console.log(why);
        setTimeout(() => process.exit(1), 8000).unref();
        try {
          await new Promise((resolve) => setTimeout(resolve, 1000));
          const sweep = setInterval(() => server.closeIdleConnections(), 100);
          await new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())))
            .finally(() => clearInterval(sweep));
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }
      const server = http.createServer((req, res) => {
        if (state.draining) res.setHeader('Connection', 'close');
        if (req.url === '/ready') return res.writeHead(state.draining ? 503 : 200).end();
        setTimeout(() => res.end('ok'), 200);
      });
      server.listen(3000);
    `,
    },
    {
      name: 'Express with close-with-grace',
      files: js`
      import { setTimeout as sleep } from 'node:timers/promises';
      import { NodeSDK } from '@opentelemetry/sdk-node';
      import closeWithGrace from 'close-with-grace';
      import express from 'express';
      import pg from 'pg';
      const sdk = new NodeSDK();
      sdk.start();
      const pool = new pg.Pool();
      let isDraining = false;
      const app = express();
      app.get('/ready', (req, res) => res.sendStatus(isDraining ? 503 : 200));
      app.use((req, res, next) => { if (isDraining) res.set('Connection', 'close'); next(); });
      app.get('/', async (req, res) => res.json(await pool.query('select 1')));
      closeWithGrace({ delay: 8000 }, async ({ err }) => {
        isDraining = true;
        if (!err) await sleep(1000);
        const sweep = setInterval(() => server.closeIdleConnections(), 100);
        await new Promise((resolve) => server.close(resolve));
        clearInterval(sweep);
        await pool.end();
        await sdk.shutdown();
      });
      const server = app.listen(3000);
    `,
    },
    {
      name: 'Nest',
      files: {
        'src/main.ts': `
        import { NestFactory } from '@nestjs/core';
        import { AppModule } from './app.module';
        async function bootstrap(): Promise<void> {
          const app = await NestFactory.create(AppModule);
          app.enableShutdownHooks(['SIGTERM', 'SIGINT'], { useProcessExit: true });
          await app.listen(3000);
        }
        bootstrap().catch((error) => { console.error(error); process.exit(1); });
      `,
        'src/app.module.ts': `
        import { setTimeout as sleep } from 'node:timers/promises';
        import { Controller, Get, Injectable, Module, ServiceUnavailableException } from '@nestjs/common';
        import { Pool } from 'pg';
        @Injectable()
        export class Db {
          isDraining = false;
          private readonly pool = new Pool({ query_timeout: 500 });
          async beforeApplicationShutdown(): Promise<void> { this.isDraining = true; await sleep(5000); }
          async onApplicationShutdown(): Promise<void> { await this.pool.end(); }
        }
        @Controller('health')
        export class HealthController {
          constructor(private readonly db: Db) {}
          @Get('ready')
          ready(): string { if (this.db.isDraining) throw new ServiceUnavailableException(); return 'ok'; }
          @Get('live')
          live(): string { return 'ok'; }
        }
        @Module({ controllers: [HealthController], providers: [Db] })
        export class AppModule {}
      `,
      },
    },
    {
      name: 'Fastify',
      files: js`
      import { setTimeout as sleep } from 'node:timers/promises';
      import Fastify from 'fastify';
      const app = Fastify({ logger: true, forceCloseConnections: 'idle' });
      let isDraining = false;
      app.addHook('onSend', async (request, reply) => { if (isDraining) reply.header('Connection', 'close'); });
      app.get('/readyz', async (request, reply) => (isDraining ? reply.code(503).send() : 'ok'));
      const stop = async (signal) => {
        if (isDraining) return;
        isDraining = true;
        app.log.info({ signal }, 'stopping');
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          await sleep(2000);
          await app.close();
          process.exit(0);
        } catch (error) {
          app.log.error(error);
          process.exit(1);
        }
      };
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
      try {
        await app.listen({ port: 3000, host: '0.0.0.0' });
      } catch (error) {
        app.log.error(error);
        process.exit(1);
      }
    `,
    },
    {
      name: 'Koa with terminus',
      files: cjs`
      const http = require('node:http');
      const { createTerminus } = require('@godaddy/terminus');
      const Koa = require('koa');
      const mongoose = require('mongoose');
      const app = new Koa();
      app.use(async (ctx) => { ctx.body = await mongoose.connection.db.collection('orders').countDocuments(); });
      const server = http.createServer(app.callback());
      createTerminus(server, {
        signals: ['SIGTERM', 'SIGINT'],
        timeout: 8000,
        beforeShutdown: () => new Promise((resolve) => setTimeout(resolve, 5000)),
        onSignal: () => mongoose.disconnect(),
        healthChecks: { '/livez': async () => 'ok' },
      });
      mongoose.connect('mongodb://db').then(() => server.listen(3000), (error) => {
        console.error(error);
        process.exit(1);
      });
    `,
    },
    {
      name: 'hapi',
      files: js`
      import Hapi from '@hapi/hapi';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = Hapi.server({ port: 3000 });
      server.ext('onPostStop', async () => { await pool.end(); });
      server.route({ method: 'GET', path: '/', handler: () => pool.query('select 1') });
      process.once('SIGTERM', async () => {
        console.log('stopping');
        await server.stop({ timeout: 8000 });
        process.exit(0);
      });
      await server.start();
    `,
    },
    {
      name: 'a WebSocket server on an HTTP server',
      files: js`
      import http from 'node:http';
      import { WebSocketServer } from 'ws';
      let isDraining = false;
      const server = http.createServer((req, res) => { if (isDraining) res.setHeader('Connection', 'close'); res.end(); });
      const wss = new WebSocketServer({ server });
      process.once('SIGTERM', () => {
        isDraining = true;
        console.log('stopping');
        setTimeout(() => process.exit(1), 8000).unref();
        for (const client of wss.clients) client.close(1001);
        wss.close();
        server.close(() => process.exit(0));
      });
      server.listen(3000);
    `,
    },
    {
      name: 'gRPC',
      files: js`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      let isStopping = false;
      function stop() {
        if (isStopping) return;
        isStopping = true;
        console.log('stopping');
        const late = setTimeout(() => server.forceShutdown(), 8000);
        server.tryShutdown((error) => {
          clearTimeout(late);
          process.exit(error ? 1 : 0);
        });
      }
      process.on('SIGTERM', stop);
      process.on('SIGINT', stop);
      server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), (error) => { if (error) throw error; });
    `,
    },
    {
      name: 'Apollo with its drain plugin',
      files: js`
      import { ApolloServer } from '@apollo/server';
      import { expressMiddleware } from '@apollo/server/express4';
      import { ApolloServerPluginDrainHttpServer } from '@apollo/server/plugin/drainHttpServer';
      import express from 'express';
      import http from 'node:http';
      const app = express();
      const httpServer = http.createServer(app);
      const server = new ApolloServer({ typeDefs: '', resolvers: {}, plugins: [ApolloServerPluginDrainHttpServer({ httpServer })] });
      await server.start();
      app.use('/graphql', expressMiddleware(server));
      await new Promise((resolve) => httpServer.listen({ port: 4000 }, resolve));
    `,
    },
  ],
});
