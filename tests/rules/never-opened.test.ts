/** What opens by a method holds nothing until one is called. */
import { table } from './table.js';

const service = (opening: string, rest = '', dependency = ''): Readonly<Record<string, string>> => ({
  'src/main.ts': `
    import http from 'node:http';
    ${opening}
    const server = http.createServer((request, response) => response.end('ok'));
    server.listen(3000);
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      server.close(() => process.exit(0));
    });
    ${rest}
  `,
  ...(dependency && { 'src/data-source.ts': dependency }),
});
const source = (mark: string): string => `
  import { DataSource } from 'typeorm';
  export const options = { type: 'postgres' as const, url: process.env.DATABASE_URL };
  export default new DataSource(options);${mark}
`;

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a client that is open when it is given, whoever uses it',
      unrepaired: true,
      files: service(`
        import { MongoClient } from 'mongodb';
        void MongoClient.connect('mongodb://db').then((client) => { // ! unclosed
          Object.assign(globalThis, { client });
        });
      `),
    },
    {
      name: 'a data source that is initialised elsewhere',
      unrepaired: true,
      files: service(`import source from './data-source.js';`, 'await source.initialize();', source(' // ! unclosed')),
    },
    {
      name: 'a data source that another module initialises',
      unrepaired: true,
      files: {
        ...service(`import { connect } from './database.js'; await connect();`, '', source(' // ! unclosed')),
        'src/database.ts': `
          import source from './data-source.js';
          export const connect = () => source.initialize();
        `,
      },
    },
    {
      name: 'a client in a field that connects later',
      unrepaired: true,
      files: service(`
        import { createClient } from 'redis';
        export class Cache {
          private readonly client = createClient(); // ! unclosed
          async open() { await this.client.connect(); }
        }
        await new Cache().open();
      `),
    },
    {
      name: 'a client that connects where it is made',
      files: service(`
        import { createClient } from 'redis';
        export const client = await createClient().connect(); // ! unclosed
      `),
    },
    {
      name: 'clients that connect side by side',
      files: service(`
        import { Client } from 'pg';
        const client = new Client(); // ! unclosed
        await Promise.all([client].map((one) => one.connect()));
      `),
    },
    {
      name: 'a client that a helper connects',
      files: service(`
        import { Client } from 'pg';
        async function open(client: Client) { await client.connect(); return client; }
        export const client = await open(new Client()); // ! unclosed
      `),
    },
    {
      name: 'a producer that connects',
      files: service(`
        import { Kafka } from 'kafkajs';
        const producer = new Kafka({ brokers: [] }).producer(); // ! unclosed
        await producer.connect();
      `),
    },
    {
      name: 'a client that connects with its first query',
      files: service(`
        import { MongoClient } from 'mongodb';
        const client = new MongoClient('mongodb://mongo'); // ! unclosed
        export const orders = client.db('shop').collection('orders');
      `),
    },
    {
      name: 'a client of a version that connects at once',
      files: service(`
        import { createClient } from 'redis';
        export const client = createClient(); // ! unclosed
      `),
      dependencies: { redis: '^3.1.0' },
    },
  ],
  silent: [
    {
      name: 'a data source for the command line of migrations',
      files: service(`import { options } from './data-source.js'; console.log(options);`, '', source('')),
    },
    {
      name: 'a client that never connects',
      files: service(`
        import { createClient } from 'redis';
        export const client = createClient();
        client.on('error', console.error);
      `),
      dependencies: { redis: '^4.6.0' },
    },
    {
      name: 'a producer that never connects',
      files: service(`
        import { Kafka } from 'kafkajs';
        export const producer = new Kafka({ brokers: [] }).producer();
      `),
    },
    {
      name: 'a client that is handed to something unseen',
      files: service(`
        import { createClient } from 'redis';
        import { remember } from 'some-cache';
        remember(createClient());
      `),
    },
  ],
});
