import type { Library } from '../shape.js';

/** Read in `lib/client.js`, `lib/producer.js`: the callback, or the `disconnected` event, tells the end. */
export const nodeRdkafka: Library = {
  name: 'node-rdkafka',
  manual: 'https://github.com/Blizzard/node-rdkafka#readme',
  verified: 'source',
  exports: {
    KafkaConsumer: { returns: 'KafkaConsumer', opens: true },
    Producer: { returns: 'Producer', opens: true },
    HighLevelProducer: { returns: 'Producer', opens: true },
    AdminClient: {},
  },
  types: {
    KafkaConsumer: {
      label: 'Kafka consumer',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        connect: { returns: 'this', calls: [{ at: 'last', role: 'completion' }] },
        consume: { starts: true, calls: [{ at: 'last', role: 'message' }] },
        subscribe: { returns: 'this' },
        unsubscribe: { returns: 'this' },
        commit: {},
        disconnect: { returns: 'this', closes: { style: 'callback', drains: true, event: 'disconnected' } },
      },
      events: { data: { role: 'message' }, '*': { role: 'event' } },
    },
    Producer: {
      label: 'Kafka producer',
      kind: 'producer',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        connect: { returns: 'this' },
        produce: {},
        flush: { returns: 'this', flushes: { style: 'callback', drains: true } },
        poll: {},
        setPollInterval: {},
        disconnect: { returns: 'this', closes: { style: 'callback', drains: true, event: 'disconnected' } },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import Kafka from 'node-rdkafka';

const consumer = new Kafka.KafkaConsumer({ 'group.id': 'mail' }, {});
consumer.on('data', (message) => console.log(message.value));
consumer.connect();
consumer.on('ready', () => {
  consumer.subscribe(['mail']);
  consumer.consume();
});

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => consumer.disconnect(resolve)); // close
  process.exit(0);
});
`,
      opens: ['KafkaConsumer'],
      live: true,
      notClosed: 'consumer.disconnect();',
    },
  ],
};
