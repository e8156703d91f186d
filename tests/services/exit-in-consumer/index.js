import amqp from 'amqplib';
import { handle } from './handle.js';

const connection = await amqp.connect(process.env.AMQP_URL);
const channel = await connection.createChannel();
await channel.prefetch(10);
const { consumerTag } = await channel.consume('documents', (message) => handle(channel, message));

process.once('SIGTERM', async () => { // expect: no-late-signal-listener
  console.log('stopping');
  setTimeout(() => process.exit(1), 10_000).unref();
  await channel.cancel(consumerTag);
  await channel.close();
  await connection.close();
});
