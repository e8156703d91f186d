import { Kafka } from 'kafkajs';

const producer = new Kafka({ brokers: ['kafka:9092'] }).producer();
let running = true;

const stop = () => {
  console.log('stopping after the current batch');
  running = false;
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);

await producer.connect();
while (running) {
  await producer.send({ topic: 'ticks', messages: [{ value: String(Date.now()) }] });
  await new Promise((resolve) => setTimeout(resolve, 500));
}
await producer.disconnect();
