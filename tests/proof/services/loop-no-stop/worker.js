import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL);

console.log('started');

while (true) {
  const entry = await redis.blpop(process.env.QUEUE, 1);
  if (!entry) continue;
  console.log(`begin ${entry[1]}`);
  await new Promise((resolve) => setTimeout(resolve, 300));
  console.log(`end ${entry[1]}`);
}
