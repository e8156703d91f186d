/** Who is given what closes a database may call it at the end of the process. */
import { js, table } from '../rules/table.js';

table('require-sigterm-listener', {
  at: /listen/u,
  reports: [
    {
      name: 'a step that closes what it has opened itself, and a shutdown for SIGINT that waits with a helper',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      import { retry, within } from '@acme/helpers';
      const pool = new pg.Pool();
      await retry(async () => {
        const client = new pg.Client();
        await client.connect();
        await client.end();
      });
      const server = http.createServer(async (req, res) => res.end(await pool.query('select 1')));
      server.listen(3000); // ! interruptOnly
      process.once('SIGINT', async () => {
        await within(5000, () => pool.end());
        process.exit(0);
      });
    `,
    },
    {
      name: 'a list of which nothing is known, and for each element a client that replaces the one before',
      files: js`
      import express from 'express';
      import pg from 'pg';
      import { names } from '@acme/tenants';
      const clients = {};
      async function replace(name) {
        if (clients[name]) await clients[name].end();
        clients[name] = new pg.Client({ database: name });
        await clients[name].connect();
      }
      const app = express();
      app.get('/', (request, response) => response.end());
      const known = await names();
      await Promise.all(known.map(async (name) => replace(name)));
      app.listen(3000); // ! missing
    `,
    },
    {
      name: 'a stream of messages, of which each may end a client',
      files: js`
      import express from 'express';
      import pg from 'pg';
      import { concatMap, Subject } from 'rxjs';
      const messages = new Subject();
      messages
        .pipe(
          concatMap(async (text) => {
            const client = clients.get(text);
            await client.end();
          }),
        )
        .subscribe(() => console.log('handled'));
      const clients = new Map([['a', new pg.Client()]]);
      const app = express();
      app.post('/', (request, response) => {
        messages.next(request.body);
        response.end();
      });
      app.listen(3000); // ! missing
    `,
    },
  ],
  silent: [
    {
      name: 'a helper that makes the server and is given what closes the database',
      files: {
        'src/main.js': `
        import express from 'express';
        import { createServer } from '@acme/server';
        import { Kafka } from 'kafkajs';
        import { closing, open } from './data.js';
        const data = await open();
        const server = createServer(express(), console, closing(data));
        server.listen(3000);
        const consumer = new Kafka({ brokers: [] }).consumer({ groupId: 'orders' });
        await consumer.connect();
        await consumer.run({ eachMessage: async () => {} });
        express().listen(3001);
      `,
        'src/data.js': `
        import knex from 'knex';
        export async function open() {
          return { db: knex({ client: 'pg' }) };
        }
        export function closing(data) {
          return async () => {
            if (data.db) await data.db.destroy();
          };
        }
      `,
      },
    },
    {
      name: 'a stream of what the process hears',
      files: js`
      import http from 'node:http';
      import process from 'node:process';
      import { fromEvent, merge, take } from 'rxjs';
      const server = http.createServer((request, response) => response.end());
      server.listen(3000);
      merge(fromEvent(process, 'SIGTERM'), fromEvent(process, 'SIGINT'))
        .pipe(take(1))
        .subscribe(() => server.close());
    `,
    },
  ],
});
