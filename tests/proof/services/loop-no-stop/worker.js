import { createServer } from 'node:http';
import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL);

const server = createServer((request, response) => response.end('ok'));

async function handle(id) {
  console.log(`begin ${id}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  console.log(`end ${id}`);
}

async function work() {
  while (true) {
    const entry = await redis.blpop(process.env.QUEUE, 1);
    if (entry) await handle(entry[1]);
  }
}

process.once('SIGTERM', () => {
  server.close();
});

server.listen(process.env.PORT, '127.0.0.1');
work();
