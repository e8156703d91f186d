import fp from 'fastify-plugin';
import Redis from 'ioredis';

export const cache = fp(async (app) => {
  const redis = new Redis(process.env.REDIS_URL); // expect: no-unclosed-resource
  app.decorate('redis', redis);
});
