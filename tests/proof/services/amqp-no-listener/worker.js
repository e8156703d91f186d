import amqp from 'amqplib';

const connection = await amqp.connect(process.env.RABBIT_URL);
const channel = await connection.createChannel();

await channel.assertQueue(process.env.QUEUE);
await channel.prefetch(4);
await channel.consume(process.env.QUEUE, (message) => {
  const id = message.content.toString();
  console.log(`begin ${id}`);
  setTimeout(() => {
    channel.ack(message);
    console.log(`end ${id}`);
  }, 300);
});
console.log('started');
