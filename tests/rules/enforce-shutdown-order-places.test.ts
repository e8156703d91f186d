import { table } from './table.js';

const DATABASE = `
  import { Pool } from 'pg';
  class Database {
    pool = new Pool();
    async close() {
      await this.pool.end();
    }
  }
  export const database = new Database();
`;

/** What closes a dependency and knows of nothing else is not to blame: the shutdown that calls it is. */
table('enforce-shutdown-order', {
  at: /^[\w.#$]+\(/u,
  reports: [
    {
      name: 'while nothing stops the server: in the shutdown, not in the file of the database',
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import express from 'express';
          import { database } from './database.js';
          const app = express();
          app.get('/', async (request, response) => response.json((await database.pool.query('select 1')).rows));
          process.on('SIGTERM', async () => {
            console.log('stopping');
            await database.close(); // ! live
            process.exit(0);
          });
          app.listen(3000);
        `,
      },
    },
    {
      name: 'a listener that only passes on is not the place',
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import express from 'express';
          import { database } from './database.js';
          const app = express();
          app.get('/', async (request, response) => response.json((await database.pool.query('select 1')).rows));
          async function shutdown() {
            await database.close(); // ! live
            process.exit(0);
          }
          process.on('SIGTERM', () => {
            shutdown().catch((error) => console.error(error));
          });
          app.listen(3000);
        `,
      },
    },
    {
      name: 'side by side: where both are called',
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import { Worker } from 'bullmq';
          import { database } from './database.js';
          const worker = new Worker('mail', async () => database.pool.query('select 1'));
          const stopDatabase = async () => database.close().then(() => console.log('closed'));
          const stopWorker = async () => worker.close();
          process.on('SIGTERM', async () => {
            await Promise.all([stopDatabase(), stopWorker()]); // ! meanwhile
            process.exit(0);
          });
        `,
      },
    },
    {
      name: 'in the callback of a promise: the call there, not the chain',
      unrepaired: true,
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import { Worker } from 'bullmq';
          import { database } from './database.js';
          const worker = new Worker('mail', async () => database.pool.query('select 1'));
          process.on('SIGTERM', () => {
            Promise.resolve()
              .then(() => database.close()) // ! before
              .then(() => worker.close())
              .then(() => process.exit(0));
          });
        `,
      },
    },
    {
      name: 'directly after the beginning of a drain that nobody waits for',
      unrepaired: true,
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import express from 'express';
          import { database } from './database.js';
          const app = express();
          app.get('/', async (request, response) => response.json((await database.pool.query('select 1')).rows));
          const server = app.listen(3000);
          process.on('SIGTERM', () => {
            server.close();
            database.close(); // ! meanwhile
          });
        `,
      },
    },
    {
      name: 'an adapter that is only known by the method that it has',
      unrepaired: true,
      files: {
        'src/adapter.js': `
          import { Pool } from 'pg';
          export class PostgresAdapter {
            pool = new Pool();
            handleShutdown() {
              return this.pool.end();
            }
          }
        `,
        'src/main.js': `
          import express from 'express';
          const app = express();
          const server = app.listen(3000);
          export function serve({ adapter }) {
            process.on('SIGTERM', () => {
              server.close();
              if (typeof adapter.handleShutdown === 'function') adapter.handleShutdown(); // ! meanwhile
            });
          }
          serve(await import(process.env.ADAPTER));
        `,
      },
    },
  ],
  silent: [
    {
      name: 'an adapter that is only known by its method, when the work is over',
      files: {
        'src/adapter.js': `
          import { Pool } from 'pg';
          export class PostgresAdapter {
            pool = new Pool();
            handleShutdown() {
              return this.pool.end();
            }
          }
        `,
        'src/main.js': `
          import express from 'express';
          const app = express();
          const server = app.listen(3000);
          export function serve({ adapter }) {
            process.on('SIGTERM', () => {
              server.close(() => adapter.handleShutdown());
            });
          }
          serve(await import(process.env.ADAPTER));
        `,
      },
    },
    {
      name: 'a method of a common name on something unknown',
      files: {
        'src/adapter.js': `
          import { Pool } from 'pg';
          export class PostgresAdapter {
            pool = new Pool();
            close() {
              return this.pool.end();
            }
          }
        `,
        'src/main.js': `
          import express from 'express';
          const app = express();
          const server = app.listen(3000);
          export function serve({ adapter }) {
            process.on('SIGTERM', () => {
              adapter.close();
              server.close(() => process.exit(0));
            });
          }
          serve(await import(process.env.ADAPTER));
        `,
      },
    },
    {
      name: 'a wait that waits for nothing is the defect, not the order',
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import express from 'express';
          import { database } from './database.js';
          const app = express();
          app.get('/', async (request, response) => response.json((await database.pool.query('select 1')).rows));
          const server = app.listen(3000);
          process.on('SIGTERM', async () => {
            await server.close();
            await database.close();
          });
        `,
      },
    },
    {
      name: 'in the callback of the drain',
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import express from 'express';
          import { database } from './database.js';
          const app = express();
          app.get('/', async (request, response) => response.json((await database.pool.query('select 1')).rows));
          const server = app.listen(3000);
          process.on('SIGTERM', () => {
            server.close(() => database.close());
          });
        `,
      },
    },
    {
      name: 'the same helper, called when the work is over',
      files: {
        'src/database.js': DATABASE,
        'src/main.js': `
          import { Worker } from 'bullmq';
          import { database } from './database.js';
          const worker = new Worker('mail', async () => database.pool.query('select 1'));
          process.on('SIGTERM', async () => {
            await worker.close();
            await database.close();
            process.exit(0);
          });
        `,
      },
    },
  ],
});
