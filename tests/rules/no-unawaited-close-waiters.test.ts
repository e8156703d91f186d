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
  at: /(?:close|end)\(/u,
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
    {
      name: 'what the first request opens for those that come after it',
      files: {
        'src/main.js': `
        import express from 'express';
        import { Journal } from './journal.js';
        const app = express();
        const journal = new Journal();
        app.post('/notes', (request, response) => {
          journal.file().write('note');
          response.end();
        });
        app.listen(3000);
        process.once('SIGTERM', async () => {
          await journal.close();
          console.log('written');
          process.exit(0);
        });
      `,
        'src/journal.js': `
        import fs from 'node:fs';
        export class Journal {
          file() {
            if (!this.stream) this.stream = fs.createWriteStream('/tmp/journal');
            return this.stream;
          }
          async close() {
            this.stream.end(); // ! exit
          }
        }
      `,
      },
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
    {
      name: 'what one request has opened, and gives up when it fails',
      files: {
        'src/main.js': `
        import fs from 'node:fs';
        import express from 'express';
        import { Store } from './store.js';
        const app = express();
        const store = new Store();
        app.post('/files', async (request, response) => {
          const file = await store.open();
          try {
            request.pipe(file);
          } catch (error) {
            await store.cleanup(file);
            response.status(500).end();
          }
        });
        app.listen(3000);
      `,
        'src/store.js': `
        import fs from 'node:fs';
        export class Store {
          async open() {
            return fs.createWriteStream('/tmp/upload');
          }
          async cleanup(file) {
            file.end();
            await fs.promises.unlink(file.path);
          }
        }
      `,
      },
    },
  ],
});
