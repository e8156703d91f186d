import amqp from 'amqplib';
import { shutdownManager } from './shutdown-manager.js';

export async function startBroker() {
  const connection = await amqp.connect(process.env.AMQP_URL);
  const channel = await connection.createChannel();
  await channel.consume('orders', async (message) => {
    console.log(message.content.toString());
    channel.ack(message);
  });
  shutdownManager.register('broker', async () => {
    await channel.close();
    await connection.close();
  });
}
