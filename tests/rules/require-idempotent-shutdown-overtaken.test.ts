/** A guard inside what the listener waits for, and an exit outside of it: the second signal finds the guard and goes straight on. */
import { table, ts } from './table.js';

const SERVER = `
  import http from 'node:http';
  const server = http.createServer((req, res) => res.end()).listen(3000);
  const closed = () => new Promise((resolve) => server.close(resolve));
`;
const main = (text: string): Readonly<Record<string, string>> => ({ 'src/main.js': `${SERVER}${text}` });

table('require-idempotent-shutdown', {
  at: /^process\.on\(/u,
  reports: [
    {
      name: 'a flag in an awaited function',
      says: ['A second SIGTERM finds `stop` begun and goes straight on to `process.exit(0)`, so requests in flight are cut off.'],
      files: main(`
        let isStopping = false;
        async function stop() {
          if (isStopping) return;
          isStopping = true;
          await closed();
        }
        process.on('SIGTERM', async () => { // ! overtaken
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'a listener for each of several signals, told at SIGTERM',
      files: main(`
        let isStopping = false;
        async function stop(why) {
          if (isStopping) return;
          isStopping = true;
          console.log(why);
          await closed();
        }
        process.on('SIGHUP', async () => {
          await stop('SIGHUP');
          process.exit(0);
        });
        process.on('SIGTERM', async () => { // ! overtaken
          await stop('SIGTERM');
          process.exit(0);
        });
        process.on('SIGQUIT', async () => {
          await stop('SIGQUIT');
          process.exit(0);
        });
      `),
    },
    {
      name: 'a promise that is resolved at once the second time',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      let isClosed = false;
      function close(): Promise<void> {
        return new Promise((resolve) => {
          if (isClosed) return resolve();
          isClosed = true;
          server.close(() => resolve());
        });
      }
      process.on('SIGTERM', async () => { // ! overtaken
        await close();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a method of a class in another module, several signals, and then()',
      files: {
        'src/main.ts': `
        import { App } from './app.js';
        const app = new App();
        app.start();
        for (const signal of ['SIGTERM', 'SIGINT'] as const) {
          process.on(signal, () => { // ! overtaken
            console.log(signal);
            app.stop().then(() => process.exit(0)).catch(() => process.exit(1));
          });
        }
      `,
        'src/app.ts': `
        import { createServer } from 'node:http';
        import { Pool } from 'pg';
        export class App {
          private running = false;
          private readonly pool = new Pool();
          private readonly server = createServer(async (req, res) => { res.end(String(await this.pool.query('SELECT 1'))); });
          start(): void {
            this.running = true;
            this.server.listen(3000);
          }
          async stop(): Promise<void> {
            if (!this.running) return;
            this.running = false;
            await new Promise((resolve) => this.server.close(resolve));
            await this.pool.end();
          }
        }
      `,
      },
    },
    {
      name: 'a state with a name',
      files: main(`
        let state = 'running';
        async function stop() {
          if (state !== 'running') {
            console.log('already stopping');
            return;
          }
          state = 'stopping';
          await closed();
        }
        process.on('SIGTERM', async () => { // ! overtaken
          try {
            await stop();
            process.exit(0);
          } catch {
            process.exit(1);
          }
        });
      `),
    },
    {
      name: 'a guard around the closing',
      files: main(`
        const state = { stopping: false };
        const stop = async () => {
          if (!state.stopping) {
            state.stopping = true;
            await closed();
          }
        };
        process.on('SIGTERM', () => void stop().finally(() => process.exit())); // ! overtaken
      `),
    },
    {
      name: 'a thing that is taken away before it is closed',
      files: main(`
        let open = server;
        async function stop() {
          if (!open) return;
          const closing = open;
          open = undefined;
          await new Promise((resolve) => closing.close(resolve));
        }
        process.on('SIGTERM', async () => { // ! overtaken
          await stop();
          process.exit(0);
        });
      `),
    },
    {
      name: 'many signals',
      says: [
        'A second SIGTERM runs the shutdown again and begins `server.close()` twice, so it fails or ends before the first run is over.',
      ],
      files: main(`
        for (const signal of ['SIGHUP', 'SIGINT', 'SIGTERM', 'SIGQUIT']) {
          process.on(signal, async () => { // ! repeated
            await closed();
            process.exit(0);
          });
        }
      `),
    },
    {
      name: 'a flag of the shutdown itself, which is another one each time',
      files: main(`
        process.on('SIGTERM', async () => { // ! repeated
          let hasFailed = false;
          try {
            await closed();
          } catch {
            hasFailed = true;
          }
          if (hasFailed) process.exit(1);
          process.exit(0);
        });
      `),
    },
    {
      name: 'a branch that keeps nobody back',
      files: main(`
        let timer = setInterval(() => console.log('beat'), 1000);
        process.on('SIGTERM', async () => { // ! repeated
          if (timer) {
            clearInterval(timer);
            timer = undefined;
          }
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        });
      `),
    },
  ],
});
