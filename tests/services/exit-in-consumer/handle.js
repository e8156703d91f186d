import { index } from './search.js';

export async function handle(channel, message) {
  try {
    await index(JSON.parse(message.content));
    channel.ack(message);
  } catch (error) {
    console.error(error);
    process.exit(1); // expect: no-process-exit-in-handler
  }
}
