import express from 'express';
import Redis from 'ioredis';
import { shutdownManager } from './shutdown-manager.js';

export function startHttp() {
  const redis = new Redis();
  const app = express();
  app.get('/', async (req, res) => res.send(await redis.get('greeting')));
  const server = app.listen(3000);
  shutdownManager.register('http', () => new Promise((resolve) => server.close(resolve)));
  shutdownManager.register('redis', () => redis.quit());
}
