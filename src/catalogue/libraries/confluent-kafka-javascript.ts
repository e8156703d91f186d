import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `types/kafkajs.d.ts`, `lib/client.js`: the KafkaJS half has promises, the other callbacks. */
export const confluentKafkaJavascript: Library = {
  name: '@confluentinc/kafka-javascript',
  manual: 'https://docs.confluent.io/kafka-clients/javascript/current/overview.html',
  verified: 'source',
  exports: {
    KafkaJS: { members: { Kafka: { returns: 'kafkajs#Kafka', opens: true }, logLevel: {} } },
    KafkaConsumer: { returns: 'node-rdkafka#KafkaConsumer', opens: true },
    ...each('Producer HighLevelProducer', { returns: 'node-rdkafka#Producer', opens: true }),
  },
  examples: [
    {
      code: `import { KafkaJS } from '@confluentinc/kafka-javascript';

const kafka = new KafkaJS.Kafka({ kafkaJS: { brokers: ['kafka:9092'] } });
const consumer = kafka.consumer({ kafkaJS: { groupId: 'mail' } });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await consumer.disconnect(); // close
  process.exit(0);
});
await consumer.connect();
await consumer.subscribe({ topic: 'mail' });
await consumer.run({ eachMessage: async ({ message }) => console.log(message.value) });
`,
      opens: ['kafkajs#Consumer'],
      live: true,
      notClosed: 'consumer.disconnect();',
    },
  ],
};
