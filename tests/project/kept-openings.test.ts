/** What a request opens first, and what the requests after it use as well. */
import { js, table, ts } from '../rules/table.js';

table('no-unclosed-resource', {
  at: /new Pool|createClient|connect/u,
  reports: [
    {
      name: 'in a property of a store that is made once',
      unrepaired: true,
      files: ts`
      import http from 'node:http';
      import { createClient } from 'redis';
      class Sessions {
        #client?: ReturnType<typeof createClient>;
        async client() {
          if (!this.#client) {
            this.#client = createClient(); // ! unclosed
            await this.#client.connect();
          }
          return this.#client;
        }
      }
      const sessions = new Sessions();
      const server = http.createServer(async (req, res) => {
        const client = await sessions.client();
        res.end(await client.get('a'));
      }).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'as a promise of the connection, in a static property',
      unrepaired: true,
      files: ts`
      import http from 'node:http';
      import { MongoClient } from 'mongodb';
      class Store {
        static promise?: Promise<MongoClient>;
        static open() {
          Store.promise ??= MongoClient.connect('mongodb://mongo'); // ! unclosed
          return Store.promise;
        }
      }
      const server = http.createServer(async (req, res) => {
        const client = await Store.open();
        res.end(String(await client.db().collection('a').countDocuments()));
      }).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'in a variable that an expression asks for first',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      let pool;
      const database = () => (pool = pool || new Pool()); // ! unclosed
      const server = http.createServer((req, res) => database().query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
  ],
  silent: [
    {
      name: 'an object for each request',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      class Session {
        async client() {
          if (!this.redis) this.redis = await createClient().connect();
          return this.redis;
        }
      }
      const server = http.createServer(async (req, res) => {
        const client = await new Session().client();
        res.end(await client.get('a'));
      }).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'what the shutdown closes where it is kept',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      class Sessions {
        async client() {
          if (!this.redis) this.redis = await createClient().connect();
          return this.redis;
        }
        async close() { await this.redis?.close(); }
      }
      const sessions = new Sessions();
      const server = http.createServer(async (req, res) => {
        const client = await sessions.client();
        res.end(await client.get('a'));
      }).listen(3000);
      process.once('SIGTERM', () => server.close(() => sessions.close()));
    `,
    },
    {
      name: 'one for the request alone',
      files: js`
      import http from 'node:http';
      import { createClient } from 'redis';
      class Sessions {
        async read(key) {
          this.last = key;
          const client = await createClient().connect();
          return client.get(key);
        }
      }
      const sessions = new Sessions();
      const server = http.createServer(async (req, res) => res.end(await sessions.read(req.url))).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
  ],
});
