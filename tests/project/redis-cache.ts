/** A service that caches behind an interface: what containers hand out by a token. */
export const redisCache = `
  import { Redis } from 'ioredis';
  export interface Cache { ping(): Promise<unknown> }
  export const CACHE = Symbol('CACHE');
  export const REDIS = 'REDIS';
  export class RedisCache implements Cache {
    private readonly redis = new Redis();
    ping() { return this.redis.ping(); }
    onApplicationShutdown() { return this.redis.quit(); }
  }
  export class MemoryCache implements Cache {
    async ping() { return 'PONG'; }
  }
`;
