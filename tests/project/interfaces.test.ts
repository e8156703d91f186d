/** Fields whose values are not seen, and of which an interface, or what settled, tells what they are. */
import { table, ts, type Case } from '../rules/table.js';

const databases = `
  import { MongoClient } from 'mongodb';
  export interface Database { start(): Promise<this>; stop(): Promise<void>; }
  export class Mongo implements Database {
    private readonly client = new MongoClient('mongodb://db');
    async start(): Promise<this> { await this.client.connect(); return this; }
    async stop(): Promise<void> { await this.client.close(); }
  }
`;

const stoppable = `
  import { MongoClient } from 'mongodb';
  export interface Stoppable { stop(): Promise<void>; }
  export const client = new MongoClient('mongodb://db');
`;

/** An application that closes its server and stops its database. */
function app(field: string, opened: string): Case['files'] {
  return {
    'src/databases.ts': databases,
    'src/main.ts': `
      import { createServer } from 'node:http';
      import { Kafka, type Consumer } from 'kafkajs';
      import { Mongo, type Database, type Stoppable } from './databases.js';
      declare const container: { db: unknown };
      class App {
        private readonly server = createServer((request, response) => response.end('ok'));
        consumer: Consumer;
        ${field}
        async start(): Promise<void> {
          ${opened}
          this.consumer = new Kafka({ brokers: ['kafka'] }).consumer({ groupId: 'app' });
          await this.consumer.run({ eachMessage: async ({ message }) => console.log(message.value) });
          this.server.listen(3000);
        }
        async stop(): Promise<void> {
          await new Promise((resolve) => this.server.close(resolve));
          await this.db.stop();
          process.exit(0);
        }
      }
      const app = new App();
      process.once('SIGTERM', () => void app.stop());
      await app.start();
    `,
  };
}

const marked = (files: Case['files']): Case['files'] => ({
  ...files,
  'src/main.ts': (files['src/main.ts'] ?? '').replace("groupId: 'app' });", "groupId: 'app' }); // ! unclosed"),
});

table('no-unclosed-resource', {
  at: /^(?:new )?[\w.]+\(/u,
  reports: [
    { name: 'a field that an interface types', files: marked(app('private db!: Database;', 'this.db = container.db as Database;')) },
    { name: 'a field that a class types', files: marked(app('private db!: Mongo;', 'this.db = container.db as Mongo;')) },
    {
      name: 'what settled, by its place',
      files: marked(
        app(
          'private db!: Mongo;',
          'const all = await Promise.allSettled([new Mongo().start(), 1]); this.db = (all[0] as PromiseFulfilledResult<Mongo>).value;',
        ),
      ),
    },
    {
      name: 'what settled, by a pattern',
      files: marked(
        app(
          'private db: any;',
          "const [db] = await Promise.allSettled([new Mongo().start()]); if (db.status === 'fulfilled') this.db = db.value;",
        ),
      ),
    },
  ],
  silent: [
    { name: 'a field of any type: it may be what closes all', files: app('private db: any;', 'this.db = container.db;') },
    {
      name: 'an interface that nothing here implements',
      files: { ...app('private db!: Stoppable;', 'this.db = container.db as Stoppable;'), 'src/databases.ts': stoppable },
    },
  ],
});

table('no-exit-before-close', {
  at: /^(?:process\.)?exit\(/u,
  reports: [
    {
      name: 'a server that an unseen database cannot close',
      files: ts`
      import express from 'express';
      declare const database: { stop(): Promise<void> };
      const app = express();
      app.get('/', (request, response) => response.end('ok'));
      app.listen(3000);
      process.once('SIGTERM', async () => {
        await database.stop();
        process.exit(0); // ! open
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a server that is stored where something unseen may find it',
      files: ts`
      import express from 'express';
      declare const registry: { server?: unknown; stop(): Promise<void> };
      const app = express();
      app.get('/', (request, response) => response.end('ok'));
      registry.server = app.listen(3000);
      process.once('SIGTERM', async () => {
        await registry.stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a server that is handed on',
      files: ts`
      import express from 'express';
      declare const registry: { add(server: unknown): void; stop(): Promise<void> };
      const server = express().listen(3000);
      registry.add(server);
      process.once('SIGTERM', async () => {
        await registry.stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a server that is this in its own callback',
      files: ts`
      import express from 'express';
      declare const registry: { add(server: unknown): void; stop(): Promise<void> };
      express().listen(3000, function () {
        registry.add(this);
      });
      process.once('SIGTERM', async () => {
        await registry.stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a server that a module exports',
      files: ts`
      import express from 'express';
      declare const registry: { stop(): Promise<void> };
      export const server = express().listen(3000);
      process.once('SIGTERM', async () => {
        await registry.stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'a server that a plugin of a package is given',
      files: ts`
      import Fastify from 'fastify';
      import ending from 'acme-ending';
      declare const registry: { stop(): Promise<void> };
      const app = Fastify();
      app.register(ending);
      await app.listen({ port: 3000 });
      process.once('SIGTERM', async () => {
        await registry.stop();
        process.exit(0);
      });
    `,
    },
  ],
});
