import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured; read in `built/Redis.js`: connects at once, retries for ever: `quit()` can hang while Redis is away; `disconnect()` rejects pending commands. */
export const ioredis: Library = {
  name: 'ioredis',
  manual: 'https://redis.github.io/ioredis/classes/Redis.html#quit',
  verified: 'measured',
  exports: {
    default: {
      returns: 'Redis',
      opens: true,
      members: { Cluster: { returns: 'Cluster', opens: true }, Redis: { returns: 'Redis', opens: true } },
    },
    Redis: { returns: 'Redis', opens: true },
    Cluster: { returns: 'Cluster', opens: true },
  },
  types: {
    Redis: {
      label: 'Redis client',
      kind: 'cache',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.commandTimeout', '1.commandTimeout', '2.commandTimeout'],
      extends: ['node:events#EventEmitter'],
      members: {
        quit: { promise: true, closes: { style: 'either', drains: true } },
        disconnect: { closes: { style: 'sync', drains: false, forced: true } },
        end: { closes: { style: 'sync', drains: false } },
        duplicate: { returns: 'Redis', opens: true },
        connect: { promise: true, io: true },
        ...each('xread xreadgroup', { promise: true, io: true, reads: true }),
        ...each('subscribe psubscribe ssubscribe', { promise: true, io: true, receives: true }),
        status: {},
        ...each('multi pipeline', { returns: 'this' }),
        ...each('defineCommand', {}),
      },
      events: { message: { role: 'message' }, messageBuffer: { role: 'message' }, pmessage: { role: 'message' }, '*': { role: 'event' } },
    },
    Cluster: {
      label: 'Redis client',
      kind: 'cache',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      extends: ['Redis'],
      timeouts: ['1.redisOptions.commandTimeout'],
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Redis from 'ioredis';

const redis = new Redis();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await redis.quit(); // close
  process.exit(0);
});
`,
      opens: ['Redis', 'node:http#Server'],
      live: true,
      notClosed: 'redis.quit();',
    },
  ],
};
