/** Messages for a worker, which says `begin ID` and `end ID`. One that was begun and not ended is lost work, or work done twice. */
import { randomUUID } from 'node:crypto';
import { packageOf } from '../packages.mjs';

const MESSAGES = 60;

/** The environment that tells the worker its queue, and the messages on it. */
export async function prepare({ queue, servers }) {
  const name = `work-${randomUUID()}`;
  await PRODUCERS[queue]?.(name, servers);
  return { QUEUE: name };
}

const PRODUCERS = {
  async bullmq(name, { redis }) {
    const { Queue } = packageOf('bullmq');
    const queue = new Queue(name, { connection: { url: redis } });
    await queue.addBulk(Array.from({ length: MESSAGES }, (_, index) => ({ name: 'work', data: { index } })));
    await queue.close();
  },
  async list(name, { redis }) {
    const { Redis } = packageOf('ioredis');
    const client = new Redis(redis);
    await client.rpush(name, ...Array.from({ length: MESSAGES }, (_, index) => String(index)));
    await client.quit();
  },
  async amqp(name, { rabbit }) {
    const connection = await packageOf('amqplib').connect(rabbit);
    const channel = await connection.createConfirmChannel();
    await channel.assertQueue(name);
    for (let index = 0; index < MESSAGES; index += 1) channel.sendToQueue(name, Buffer.from(String(index)));
    await channel.waitForConfirms();
    await connection.close();
  },
};

export function begin({ output }) {
  return {
    signalled: () => undefined,
    end() {
      const [begun, ended] = ['begin', 'end'].map((word) => namesAfter(word, output.text));
      const lost = begun.filter((name) => !ended.includes(name));
      return {
        requests: begun.length,
        lost: lost.length,
        refused: 0,
        unavailable: 0,
        errors: lost.length > 0 ? ['begun, never ended'] : [],
      };
    },
  };
}

function namesAfter(word, text) {
  return [...text.matchAll(new RegExp(`^${word} (\\S+)$`, 'gmu'))].map(([, name]) => name);
}
