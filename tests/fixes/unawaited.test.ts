import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-unawaited-close', [
  {
    name: 'closes begun for each element',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          workers.forEach((worker) => worker.close());
          process.exit(0);
        });
      `,
    },
    suggestion: 'await',
    after: code`
      import { Worker } from 'bullmq';
      const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await Promise.all(workers.map((worker) => worker.close()));
        process.exit(0);
      });
    `,
  },
  {
    name: 'a loop without braces',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          for (const worker of workers) worker.close();
          process.exit(0);
        });
      `,
    },
    suggestion: 'await',
    after: code`
      import { Worker } from 'bullmq';
      const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        for (const worker of workers) await worker.close();
        process.exit(0);
      });
    `,
  },
  {
    name: 'a callback that is never called',
    files: {
      'main.js': code`
        import { Kafka } from 'kafkajs';
        import http from 'node:http';
        const producer = new Kafka({}).producer();
        await producer.connect();
        const server = http.createServer((req, res) => producer.send({}).then(() => res.end())).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => {
            producer.disconnect(() => process.exit(0));
          });
        });
      `,
    },
    suggestion: 'drop',
    after: code`
      import { Kafka } from 'kafkajs';
      import http from 'node:http';
      const producer = new Kafka({}).producer();
      await producer.connect();
      const server = http.createServer((req, res) => producer.send({}).then(() => res.end())).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => {
          producer.disconnect().then(() => process.exit(0));
        });
      });
    `,
  },
  {
    name: 'a promise around a callback that is never called',
    files: {
      'main.js': code`
        import { Kafka } from 'kafkajs';
        import http from 'node:http';
        const producer = new Kafka({}).producer();
        const server = http.createServer((req, res) => producer.send({}).then(() => res.end())).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await new Promise((resolve) => server.close(resolve));
          await new Promise((resolve) => producer.disconnect(resolve));
          process.exit(0);
        });
      `,
    },
    suggestion: 'drop',
    after: code`
      import { Kafka } from 'kafkajs';
      import http from 'node:http';
      const producer = new Kafka({}).producer();
      const server = http.createServer((req, res) => producer.send({}).then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve) => server.close(resolve));
        await producer.disconnect();
        process.exit(0);
      });
    `,
  },
  {
    name: 'a callback that takes an error',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        const worker = new Worker('a', async () => {});
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          worker.close((error) => {
            if (error) console.error(error);
            process.exit(0);
          });
        });
      `,
    },
    suggestion: 'drop',
    after: code`
      import { Worker } from 'bullmq';
      const worker = new Worker('a', async () => {});
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        worker.close().then(() => {}, (error) => error).then((error) => {
          if (error) console.error(error);
          process.exit(0);
        });
      });
    `,
  },
  {
    name: 'nothing ends the process afterwards',
    files: {
      'main.ts': code`
        import Fastify from 'fastify';
        import pg from 'pg';
        const pool = new pg.Pool();
        const app = Fastify();
        process.once('SIGTERM', () => void app.close());
        await app.listen({ port: 3000 });
      `,
    },
    suggestion: 'thenExit',
    after: code`
      import Fastify from 'fastify';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = Fastify();
      process.once('SIGTERM', () => void app.close().then(() => process.exit(0)));
      await app.listen({ port: 3000 });
    `,
  },
  {
    name: 'a false await in Promise.all',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await Promise.all([server.close()]);
          await pool.end();
        });
      `,
    },
    suggestion: 'promise',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await Promise.all([new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        })]);
        await pool.end();
      });
    `,
  },
  {
    name: 'a function of the project',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        async function closeAll() {
          await new Promise((resolve) => server.close(resolve));
          await pool.end();
        }
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          closeAll();
          process.exit(0);
        });
      `,
    },
    suggestion: 'await',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      async function closeAll() {
        await new Promise((resolve) => server.close(resolve));
        await pool.end();
      }
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await closeAll();
        process.exit(0);
      });
    `,
  },
]);
