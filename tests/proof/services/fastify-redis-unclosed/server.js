import Fastify from 'fastify';
import { Redis } from 'ioredis';

const redis = new Redis(process.env.REDIS_URL);
const app = Fastify();

app.get('/work', async () => {
  await new Promise((resolve) => setTimeout(resolve, 200));
  return String(await redis.incr('visits'));
});

process.once('SIGTERM', async () => {
  await app.close();
});

await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
