import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `src/consumer/index.js`: `disconnect()` and `stop()` wait for the batch that is being handled. */
export const kafkajs: Library = {
  name: 'kafkajs',
  manual: 'https://kafka.js.org/docs/consuming#a-name-disconnect-a-disconnect',
  verified: 'source',
  exports: { Kafka: { returns: 'Kafka', opens: true }, ...each('logLevel CompressionTypes Partitioners', {}) },
  types: {
    Kafka: {
      label: 'Kafka client',
      kind: 'value',
      members: {
        consumer: { returns: 'Consumer', opens: true },
        producer: { returns: 'Producer', opens: true },
        admin: { returns: 'Admin', opens: true },
      },
    },
    Consumer: {
      label: 'Kafka consumer',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        ...each('disconnect stop', { promise: true, closes: { style: 'promise', drains: true, idempotent: true } }),
        ...each('connect commitOffsets', { promise: true, io: true }),
        subscribe: { promise: true },
        ...each('pause resume seek', {}),
        run: {
          promise: true,
          starts: true,
          calls: [
            { at: '0.eachMessage', role: 'message', awaited: true },
            { at: '0.eachBatch', role: 'message', awaited: true },
          ],
        },
      },
      events: { '*': { role: 'event' } },
    },
    Producer: {
      label: 'Kafka producer',
      kind: 'producer',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      lazy: true,
      anyCallIsIo: true,
      members: {
        disconnect: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } },
        transaction: { promise: true, io: true },
      },
      events: { '*': { role: 'event' } },
    },
    Admin: {
      label: 'Kafka admin client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      lazy: true,
      anyCallIsIo: true,
      members: { disconnect: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } } },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { Kafka } from 'kafkajs';

const kafka = new Kafka({ brokers: ['kafka:9092'] });
const consumer = kafka.consumer({ groupId: 'mail' });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await consumer.disconnect(); // close
  process.exit(0);
});
await consumer.connect();
await consumer.subscribe({ topic: 'mail' });
await consumer.run({ eachMessage: async ({ message }) => console.log(message.value) });
`,
      opens: ['Consumer'],
      live: true,
      notClosed: 'consumer.disconnect();',
    },
  ],
};
