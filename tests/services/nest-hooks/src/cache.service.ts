import { Injectable, OnApplicationShutdown } from '@nestjs/common';
import Redis from 'ioredis';

@Injectable()
export class CacheService implements OnApplicationShutdown {
  private readonly redis: Redis;

  constructor() {
    this.redis = new Redis({ host: process.env.REDIS_HOST });
  }

  get(key: string) {
    return this.redis.get(key);
  }

  async onApplicationShutdown() {
    await this.redis.quit();
  }
}
