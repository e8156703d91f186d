import { js, table, ts } from './table.js';

table('enforce-shutdown-order', {
  at: /^[\w.#]+\(/u,
  reports: [
    {
      name: 'a pool before the server',
      files: js`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      app.get('/', () => pool.query('select 1'));
      process.on('SIGTERM', async () => {
        await pool.end(); // ! before
        await app.close();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'telemetry before the database',
      files: js`
      import { NodeSDK } from '@opentelemetry/sdk-node';
      import Fastify from 'fastify';
      import pg from 'pg';
      const sdk = new NodeSDK();
      sdk.start();
      const pool = new pg.Pool();
      const app = Fastify();
      process.on('SIGTERM', async () => {
        await app.close();
        await sdk.shutdown(); // ! before
        await pool.end();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
    {
      name: 'fields of a class',
      files: ts`
      import { Worker } from 'bullmq';
      import { Pool } from 'pg';
      class App {
        private readonly pool = new Pool();
        private readonly worker = new Worker('mail', async () => { await this.pool.query('select 1'); });
        start(): void { process.on('SIGTERM', () => void this.stop()); }
        private async stop(): Promise<void> {
          await this.pool.end(); // ! before
          await this.worker.close();
          process.exit(0);
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a Kafka producer before its consumer',
      files: js`
      import { Kafka } from 'kafkajs';
      const kafka = new Kafka({ brokers: ['kafka:9092'] });
      const producer = kafka.producer();
      const consumer = kafka.consumer({ groupId: 'a' });
      await consumer.run({ eachMessage: async ({ message }) => { await producer.send({ topic: 'b', messages: [message] }); } });
      process.on('SIGTERM', async () => {
        await producer.disconnect(); // ! before
        await consumer.disconnect();
        process.exit(0);
      });
    `,
    },
  ],
});
