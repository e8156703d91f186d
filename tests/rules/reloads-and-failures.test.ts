/** Listeners that stop in order to start again, and ways that only a failure or a second signal takes. */
import { js, table, ts } from './table.js';

const RELOAD = js`
  import express from 'express';
  import enableShutdown from 'http-shutdown';
  function start() {
    const app = express();
    if (!process.env.DATA) process.exit(2);
    const server = app.listen(8080);
    enableShutdown(server);
    return { app, server };
  }
  const running = start();
  function shutdown() {
    setTimeout(() => process.exit(1), 10_000).unref();
    running.server.shutdown(() => process.exit(0));
  }
  process.once('SIGTERM', shutdown);
  process.on('SIGHUP', () => {
    running.server.shutdown(() => {
      const restarted = start();
      running.server = restarted.server;
      running.app = restarted.app;
    });
  });
`;

table('require-idempotent-shutdown', { silent: [{ name: 'a server that SIGHUP starts again', files: RELOAD }] });
table('require-shutdown-deadline', {
  silent: [{ name: 'a server that SIGHUP starts again', files: RELOAD }],
  reports: [
    {
      name: 'a SIGHUP that stops for good',
      files: js`
      import express from 'express';
      const server = express().listen(8080);
      process.once('SIGHUP', () => { // ! unbounded
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});

const COUNTED = (step: string): Readonly<Record<string, string>> => ({
  'src/main.ts': `
  import Fastify, { type FastifyInstance } from 'fastify';
  let app: FastifyInstance | undefined;
  let asked = 0;
  async function closeAll(): Promise<void> {
    asked += 1;
    ${step}
    await app?.close();
  }
  async function main(): Promise<void> {
    try {
      app = Fastify();
      await app.listen({ port: 3000 });
    } catch (error) {
      console.error(error);
      await closeAll();
      process.exit(1);
    }
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, closeAll);
  main();
`,
});

table('no-swallowed-crash', {
  silent: [{ name: 'an exit that only a third signal reaches', files: COUNTED('if (asked >= 3) process.exit();') }],
  reports: [{ name: 'an exit that the first failure reaches', files: COUNTED('if (!app) process.exit(); // ! start-up-clean') }],
});

table('no-unawaited-close', {
  silent: [
    {
      name: 'closes after a failed publication',
      files: ts`
      import amqp from 'amqp-connection-manager';
      const connection = amqp.connect(['amqp://rabbit']);
      async function close(): Promise<void> {
        const channel = connection.createChannel({ json: true });
        try {
          await channel.publish('events', 'stopped', {});
          await channel.close();
        } catch (error) {
          channel.close();
          connection.close();
          throw error;
        }
      }
      process.once('SIGTERM', async () => {
        await close();
        await connection.close();
        process.exit(0);
      });
    `,
    },
  ],
});
