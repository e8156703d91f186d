/** Functions that close something, by who waits for them. */
import { table, type Case } from './table.js';

/** A service whose server is closed so. */
const closing = (text: string): Case['files'] => ({
  'src/main.js': `
    import http from 'node:http';
    const server = http.createServer((req, res) => res.end()).listen(3000);
    ${text.trim()}
  `,
});

table('no-unawaited-close', {
  at: /close\(/u,
  reports: [
    {
      name: 'an exit after the wait',
      files: closing(`
      async function shutdown() {
        server.close(); // ! exit
      }
      process.once('SIGTERM', async () => { await shutdown(); process.exit(0); });
    `),
    },
    {
      name: 'a caller of the caller goes on',
      files: closing(`
      const stopServer = async () => {
        server.close(); // ! exit
      };
      const stopAll = async () => { await stopServer(); };
      process.once('SIGTERM', () => stopAll().then(() => process.exit(0)));
    `),
    },
    {
      name: 'work after the wait',
      files: closing(`
      const shutdown = async () => {
        server.close(); // ! end
      };
      process.once('SIGTERM', async () => {
        await shutdown();
        await fetch('http://registry/deregister');
      });
    `),
    },
    {
      name: 'callers that are not seen',
      files: closing(`
      export async function shutdown() {
        server.close(); // ! end
      }
    `),
    },
  ],
  silent: [
    {
      name: 'a listener whose callback ends the process',
      files: closing(`
      const shutdown = async () => {
        setTimeout(() => process.exit(1), 8000).unref();
        server.close(() => process.exit(0));
      };
      process.once('SIGTERM', shutdown);
    `),
    },
    {
      name: 'an async function that a listener calls',
      files: closing(`
      let isStopping = false;
      const shutdown = async () => {
        if (isStopping) return;
        isStopping = true;
        server.close(() => console.log('closed'));
      };
      process.on('SIGTERM', () => { shutdown(); });
      process.on('SIGINT', () => void shutdown());
      process.on('SIGQUIT', () => shutdown());
    `),
    },
    {
      name: 'a wait with nothing behind it',
      files: closing(`
      async function shutdown() {
        server.close(() => console.log('closed'));
      }
      process.once('SIGTERM', async () => {
        try {
          await shutdown();
          console.log('stopping');
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      });
    `),
    },
    {
      name: 'an async function as the listener',
      files: closing(`
      async function stopServer() {
        server.close();
      }
      process.once('SIGTERM', stopServer);
    `),
    },
    {
      name: 'a function of another module, by whoever imports it',
      files: {
        'src/main.js': `
        import { shutdown, start } from './server.js';
        start();
        process.once('SIGTERM', async () => { await shutdown(); });
      `,
        'src/server.js': `
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end());
        export const start = () => server.listen(3000);
        export async function shutdown() {
          server.close(() => console.log('closed'));
        }
      `,
      },
    },
  ],
});
