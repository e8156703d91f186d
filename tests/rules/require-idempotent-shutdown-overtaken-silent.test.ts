/** What looks like a guard inside what the listener waits for, and an exit outside of it, and is none. */
import { js, table } from './table.js';

const SERVER = `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  const closed = () => new Promise((resolve) => server.close(resolve));
`;
const main = (text: string): Readonly<Record<string, string>> => ({ 'src/main.js': `${SERVER}${text}` });

table('require-idempotent-shutdown', {
  silent: [
    {
      name: 'a guard that gives the promise of the first time',
      files: main(`
        let stopping;
        async function stop() {
          if (stopping) return stopping;
          stopping = closed();
          await stopping;
        }
        process.on('SIGTERM', async () => {
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'one that gives it under another name',
      files: main(`
        let isStopping = false;
        let stopped;
        function stop() {
          if (isStopping) return stopped;
          isStopping = true;
          stopped = closed();
          return stopped;
        }
        process.on('SIGTERM', async () => {
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'one that waits for the first time',
      files: main(`
        let isStopping = false;
        let stopped;
        async function stop() {
          if (isStopping) {
            await stopped;
            return;
          }
          isStopping = true;
          stopped = closed();
          await stopped;
        }
        process.on('SIGTERM', async () => {
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'one that never goes on, and one that throws',
      files: main(`
        let isStopping = false;
        let isEnding = false;
        async function stop() {
          if (isStopping) await new Promise(() => {});
          isStopping = true;
          await closed();
        }
        async function end() {
          if (isEnding) throw new Error('is ending already');
          isEnding = true;
          await closed();
        }
        process.on('SIGTERM', async () => {
          await stop();
          process.exit(0);
        });
        process.on('SIGQUIT', async () => {
          await end();
          process.exit(0);
        });
      `),
    },
    {
      name: 'a guard in the listener too',
      files: main(`
        let isStopping = false;
        let hasBegun = false;
        async function stop() {
          if (isStopping) return;
          isStopping = true;
          await closed();
        }
        process.on('SIGTERM', async () => {
          if (hasBegun) return;
          hasBegun = true;
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'an exit that the guard is meant for',
      files: main(`
        let isStopping = false;
        async function stop() {
          if (isStopping) process.exit(1);
          isStopping = true;
          await closed();
        }
        process.on('SIGTERM', async () => {
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'an answer that the listener heeds',
      files: main(`
        let isStopping = false;
        async function stop() {
          if (isStopping) return false;
          isStopping = true;
          await closed();
          return true;
        }
        process.on('SIGTERM', async () => {
          if (await stop()) process.exit(0);
        });
        process.on('SIGQUIT', async () => {
          const isOver = await stop();
          if (!isOver) return;
          process.exit(0);
        });
      `),
    },
    {
      name: 'an exit within the guard, and none at all',
      files: main(`
        let isStopping = false;
        async function stop() {
          if (isStopping) return;
          isStopping = true;
          await closed();
          process.exit(0);
        }
        process.on('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await stop();
        });
        let isEnding = false;
        process.on('SIGQUIT', async () => {
          await end();
          console.log('over');
        });
        async function end() {
          if (isEnding) return;
          isEnding = true;
          await closed();
        }
      `),
    },
    {
      name: 'once, and Ctrl+C pressed twice',
      files: main(`
        let isStopping = false;
        async function stop() {
          if (isStopping) return;
          isStopping = true;
          await closed();
        }
        const end = async () => {
          await stop();
          process.exit(0);
        };
        process.once('SIGTERM', end);
        process.on('SIGINT', end);
      `),
    },
    {
      name: 'what is closed the second time too',
      files: js`
      import Fastify from 'fastify';
      const app = Fastify();
      let hasTold = false;
      async function stop() {
        if (!hasTold) console.log('stopping');
        hasTold = true;
        await app.close();
      }
      process.on('SIGTERM', async () => {
        await stop();
        process.exit(0);
      });
      await app.listen({ port: 3000 });
    `,
    },
  ],
});
