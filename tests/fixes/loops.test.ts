import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-uninterruptible-loop', [
  {
    name: 'a shutdown in the file',
    files: {
      'main.js': code`
        import Redis from 'ioredis';
        import { createServer } from 'node:http';
        const redis = new Redis();
        const server = createServer((req, res) => res.end()).listen(3000);
        async function work() {
          for (;;) {
            await redis.blpop('jobs', 5);
          }
        }
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => redis.quit());
        });
        work();
      `,
    },
    suggestion: 'flag',
    after: code`
      import Redis from 'ioredis';
      import { createServer } from 'node:http';
      const redis = new Redis();
      const server = createServer((req, res) => res.end()).listen(3000);
      let isStopping = false;

      async function work() {
        for (; !isStopping; ) {
          await redis.blpop('jobs', 5);
        }
      }
      process.once('SIGTERM', () => {
        isStopping = true;
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => redis.quit());
      });
      work();
    `,
  },
  {
    name: 'do … while',
    files: {
      'main.ts': code`
        import { createServer } from 'node:http';
        import Redis from 'ioredis';
        const redis = new Redis();
        const server = createServer((req, res) => res.end()).listen(3000);
        async function work(): Promise<void> {
          do {
            await redis.blpop('jobs', 5);
          } while (true);
        }
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => redis.disconnect());
        });
        void work();
      `,
    },
    suggestion: 'flag',
    after: code`
      import { createServer } from 'node:http';
      import Redis from 'ioredis';
      const redis = new Redis();
      const server = createServer((req, res) => res.end()).listen(3000);
      let isStopping = false;

      async function work(): Promise<void> {
        do {
          await redis.blpop('jobs', 5);
        } while (!isStopping);
      }
      process.once('SIGTERM', () => {
        isStopping = true;
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => redis.disconnect());
      });
      void work();
    `,
  },
]);
