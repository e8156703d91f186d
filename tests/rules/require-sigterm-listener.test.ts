import { cjs, js, table, ts } from './table.js';

table('require-sigterm-listener', {
  at: /(?:listen|run|Worker|bootstrap|create|start|serve|consume|process|subscribe|bindAsync|stoppable|Server|on)\b.*\(/su,
  reports: [
    {
      name: 'a library that stops only itself and sends the signal again',
      files: js`
      import { ApolloServer } from '@apollo/server';
      import { expressMiddleware } from '@apollo/server/express4';
      import express from 'express';
      const app = express();
      const apollo = new ApolloServer({ typeDefs: 'type Query { ok: Boolean }' });
      await apollo.start();
      app.use('/graphql', expressMiddleware(apollo));
      app.listen(4000); // ! selfish
    `,
    },
    {
      name: 'a server that is closed on one way, or in a callback',
      files: js`
      import http from 'node:http';
      import { bus } from './bus.js';
      const server = http.createServer((req, res) => res.end());
      server.listen(3000); // ! missing
      if (process.argv.includes('--once')) server.close();
      bus.once('done', () => server.close());
    `,
    },
    {
      name: 'a chain that is too long to be named whole',
      files: js`
      import http from 'node:http';
      http.createServer((request, response) => response.end('everything is well in this service')).listen(3000); // ! missing
    `,
    },
    {
      name: 'a server of Express',
      files: js`
      import express from 'express';
      const app = express();
      app.get('/', (req, res) => res.send('ok'));
      app.listen(3000); // ! missing
    `,
    },
    {
      name: 'SIGINT alone',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end());
      server.listen(3000); // ! interruptOnly
      process.on('SIGINT', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a consumer of jobs',
      files: js`
      import { Worker } from 'bullmq';
      const worker = new Worker('mail', async (job) => job.data); // ! missing
      worker.on('failed', console.error);
    `,
    },
    {
      name: 'a consumer of messages',
      files: js`
      import { Kafka } from 'kafkajs';
      const consumer = new Kafka({ brokers: ['kafka:9092'] }).consumer({ groupId: 'orders' });
      await consumer.connect();
      await consumer.run({ eachMessage: async () => {} }); // ! missing
    `,
    },
    {
      name: 'a helper that is imported and never called',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { listenForStop } from './stop.js';
        export { listenForStop };
        const server = http.createServer((req, res) => res.end());
        server.listen(3000); // ! missing
      `,
        'src/stop.js': `
        export function listenForStop(server) {
          process.on('SIGTERM', () => server.close(() => process.exit(0)));
        }
      `,
      },
    },
    {
      name: 'a server in another module, started by a class',
      files: {
        'src/main.ts': `
        import { Api } from './api';
        new Api().start();
      `,
        'src/api.ts': `
        import { createServer } from 'node:http';
        export class Api {
          readonly #server = createServer((req, res) => res.end());
          start(): void {
            this.#server.listen(3000); // ! missing
          }
        }
      `,
      },
    },
    {
      name: 'one report for two servers',
      files: js`
      import express from 'express';
      const app = express();
      const admin = express();
      app.listen(3000); // ! missing
      admin.listen(9090);
    `,
    },
    {
      name: 'Nest without enableShutdownHooks',
      files: ts`
      import { NestFactory } from '@nestjs/core';
      import { Module } from '@nestjs/common';
      @Module({})
      class AppModule {}
      async function bootstrap(): Promise<void> {
        const app = await NestFactory.create(AppModule);
        await app.listen(3000); // ! missing
      }
      void bootstrap();
    `,
    },
    {
      name: 'stoppable handles no signal',
      files: js`
      import http from 'node:http';
      import stoppable from 'stoppable';
      const server = stoppable(http.createServer((req, res) => res.end()));
      server.listen(3000); // ! missing
    `,
    },
    {
      name: 'one of two entry points',
      manifest: { scripts: { start: 'node src/api.js', worker: 'node src/worker.js' } },
      files: {
        'src/api.js': `
        import http from 'node:http';
        import { onStop } from './stop.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        onStop(() => server.close(() => process.exit(0)));
      `,
        'src/worker.js': `
        import { Worker } from 'bullmq';
        new Worker('mail', async () => {}); // ! missing
      `,
        'src/stop.js': `
        export const onStop = (listener) => process.on('SIGTERM', listener);
      `,
      },
    },
    {
      name: 'Fastify in a promise chain',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify({ logger: true });
      app.listen({ port: 3000 }) // ! missing
        .then((address) => console.log(address))
        .catch((error) => { console.error(error); process.exit(1); });
    `,
    },
    {
      name: 'a listener only for crashes and reloads',
      files: js`
      import Koa from 'koa';
      const app = new Koa();
      process.on('SIGHUP', () => console.log('reload'));
      process.on('uncaughtException', () => process.exit(1));
      app.listen(3000); // ! missing
    `,
    },
    {
      name: 'gRPC',
      files: js`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {}); // ! missing
    `,
    },
    {
      name: 'an emitter of the project that happens to have a SIGTERM event',
      files: js`
      import { EventEmitter } from 'node:events';
      import http from 'node:http';
      const bus = new EventEmitter();
      bus.on('SIGTERM', () => console.log('stop'));
      http.createServer((req, res) => res.end()).listen(3000); // ! missing
    `,
    },
  ],
});
