import { Kafka, type EachMessagePayload } from 'kafkajs';

const kafka = new Kafka({ clientId: 'orders', brokers: ['127.0.0.1:9092'] });
const consumer = kafka.consumer({ groupId: 'orders' });
const producer = kafka.producer();

async function handle({ message }: EachMessagePayload): Promise<void> {
  console.log(`begin ${message.offset}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  await producer.send({ topic: 'done', messages: [{ value: message.offset }] });
  console.log(`end ${message.offset}`);
}

process.on('SIGTERM', async () => {
  await producer.disconnect();
  consumer.disconnect();
  process.exit(0);
});

await producer.connect();
await consumer.connect();
await consumer.subscribe({ topic: 'orders' });
await consumer.run({ eachMessage: handle });
