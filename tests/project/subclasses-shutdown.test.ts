/** The shutdown of things whose class is the project's and extends a library's. */
import { js, table } from '../rules/table.js';

const prisma = `
  import { PrismaClient } from '@prisma/client';
  export class Db extends PrismaClient {
    async report() { return 'ok'; }
  }
  export const db = new Db();
`;

table('require-sigterm-listener', {
  at: /new Mailer|listen/u,
  reports: [
    {
      name: 'a consumer and a server by classes of the project',
      files: js`
      import { Worker } from 'bullmq';
      class Mailer extends Worker {}
      new Mailer('mail', async (job) => job.data); // ! missing
    `,
    },
  ],
  silent: [
    {
      name: 'a consumer that is closed',
      files: js`
      import { Worker } from 'bullmq';
      class Mailer extends Worker {
        async stop() { await this.close(); }
      }
      const mailer = new Mailer('mail', async (job) => job.data);
      process.on('SIGTERM', () => mailer.stop().then(() => process.exit(0)));
    `,
    },
  ],
});

table('enforce-shutdown-order', {
  at: /disconnect/u,
  reports: [
    {
      name: 'a client that is closed before the server',
      files: {
        'src/db.js': prisma,
        'src/main.js': `
        import express from 'express';
        import { db } from './db.js';
        const app = express();
        app.get('/', async (req, res) => res.json(await db.property.findMany()));
        const server = app.listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 8000).unref();
          await db.$disconnect(); // ! before
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        });
      `,
      },
    },
  ],
  silent: [
    {
      name: 'one that is closed after it',
      files: {
        'src/db.js': prisma,
        'src/main.js': `
        import express from 'express';
        import { db } from './db.js';
        const app = express();
        app.get('/', async (req, res) => res.json(await db.property.findMany()));
        const server = app.listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 8000).unref();
          await new Promise((resolve) => server.close(resolve));
          await db.$disconnect();
          process.exit(0);
        });
      `,
      },
    },
  ],
});
