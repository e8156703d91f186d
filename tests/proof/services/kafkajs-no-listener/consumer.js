const { Kafka } = require('kafkajs');

const kafka = new Kafka({ clientId: 'orders', brokers: ['127.0.0.1:9092'] });
const consumer = kafka.consumer({ groupId: 'orders' });

async function main() {
  await consumer.connect();
  await consumer.subscribe({ topic: 'orders' });
  await consumer.run({
    eachMessage: async ({ message }) => {
      console.log(`begin ${message.offset}`);
      await new Promise((resolve) => setTimeout(resolve, 300));
      console.log(`end ${message.offset}`);
    },
  });
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
