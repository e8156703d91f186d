import { js, table, ts } from './table.js';

/** Workers that do all of it right: no rule has anything to say. */
table('*', {
  silent: [
    {
      name: 'Kafka',
      files: js`
      import { Kafka } from 'kafkajs';
      import pg from 'pg';
      const pool = new pg.Pool();
      const kafka = new Kafka({ brokers: ['kafka:9092'] });
      const consumer = kafka.consumer({ groupId: 'orders' });
      const producer = kafka.producer();
      let stopping;
      async function stop(signal) {
        console.log(signal);
        setTimeout(() => process.exit(1), 8000).unref();
        try {
          await consumer.disconnect();
          await producer.disconnect();
          await pool.end();
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }
      for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { stopping ??= stop(signal); });
      await producer.connect();
      await consumer.connect();
      await consumer.subscribe({ topic: 'orders' });
      await consumer.run({
        eachMessage: async ({ message }) => {
          await pool.query('select 1');
          await producer.send({ topic: 'done', messages: [message] });
        },
      });
    `,
    },
    {
      name: 'BullMQ in a class',
      files: ts`
      import { Queue, Worker } from 'bullmq';
      import Redis from 'ioredis';
      class Jobs {
        private stopping: Promise<void> | undefined;
        private readonly connection = new Redis({ maxRetriesPerRequest: null });
        private readonly next = new Queue('next', { connection: this.connection });
        private readonly worker = new Worker('mail', async () => { await this.next.add('x', {}); }, { connection: this.connection });
        stop(): Promise<void> {
          this.stopping ??= this.close();
          return this.stopping;
        }
        private async close(): Promise<void> {
          console.log('stopping');
          await this.worker.close();
          await this.next.close();
          await this.connection.quit();
        }
      }
      const jobs = new Jobs();
      const onSignal = (): void => {
        setTimeout(() => process.exit(1), 20_000).unref();
        jobs.stop().then(() => process.exit(0), (error) => {
          console.error(error);
          process.exit(1);
        });
      };
      process.on('SIGTERM', onSignal);
      process.on('SIGINT', onSignal);
    `,
    },
    {
      name: 'a loop with an AbortSignal',
      files: ts`
      import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
      const sqs = new SQSClient({});
      const stop = new AbortController();
      process.once('SIGTERM', () => { console.log('stopping'); stop.abort(); });
      while (!stop.signal.aborted) {
        try {
          const { Messages = [] } = await sqs.send(new ReceiveMessageCommand({ QueueUrl: 'q' }), { abortSignal: stop.signal });
          for (const message of Messages) console.log(message.Body);
        } catch (error) {
          if (!stop.signal.aborted) throw error;
        }
      }
    `,
    },
  ],
});
