/** What the first request opens, and leaves open for those that come after it. */
import { table } from './table.js';

const MAIN = `
  import express from 'express';
  import { query } from './store.js';
  const app = express();
  app.get('/', async (request, response) => response.json(await query('users')));
  const server = app.listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));
`;

const service = (store: string, make = ''): Readonly<Record<string, string>> => ({
  'src/main.js': MAIN,
  'src/store.js': store,
  'src/make.js': make,
});

const MAKE_STORE = (mark = ''): string => `
  import { createClient } from 'redis';
  class Store {
    constructor() {
      this.client = createClient();${mark}
    }
    connect() { return this.client.connect(); }
    stop() { return this.client.quit(); }
    read(key) { return this.client.get(key); }
  }
  export async function makeStore() {
    const store = new Store();
    await store.connect();
    return store;
  }
`;

const LATER = `
  import { makeStore } from './make.js';
  let store;
  async function get() {
    if (!store) store = await makeStore();
    return store;
  }
  export const query = async (key) => (await get()).read(key);
  export const close = async () => { if (store) await store.stop(); };
`;

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a pool of another module',
      unrepaired: true,
      files: service(
        `
        import { makePool } from './make.js';
        let pool;
        const get = () => (pool ??= makePool());
        export const query = (text) => get().query(text);
      `,
        `
        import pg from 'pg';
        export const makePool = () => new pg.Pool(); // ! unclosed
      `,
      ),
    },
    { name: 'the client of a store', unrepaired: true, files: service(LATER, MAKE_STORE(' // ! unclosed')) },
    {
      name: 'the client in a field of a store whose promise is kept',
      unrepaired: true,
      files: service(
        `
        import { makeStore } from './make.js';
        let store;
        const get = () => {
          if (!store) store = makeStore();
          return store;
        };
        export const query = async (key) => (await get()).read(key);
      `,
        `
        import { createClient } from 'redis';
        class Store {
          client = createClient(); // ! unclosed
          connect() { return this.client.connect(); }
          read(key) { return this.client.get(key); }
        }
        export async function makeStore() {
          const store = new Store();
          await store.connect();
          return store;
        }
      `,
      ),
    },
    {
      name: 'the pool of a singleton',
      unrepaired: true,
      files: service(`
        import pg from 'pg';
        class Database {
          static #only;
          static get() {
            if (!Database.#only) Database.#only = new Database();
            return Database.#only;
          }
          constructor() {
            this.pool = new pg.Pool(); // ! unclosed
          }
          query(text) { return this.pool.query(text); }
        }
        export const query = (text) => Database.get().query(text);
      `),
    },
  ],
  silent: [
    {
      name: 'a client for one request, of a class',
      files: service(`
        import pg from 'pg';
        class Database {
          constructor() {
            this.client = new pg.Client();
          }
          async query(text) {
            await this.client.connect();
            try {
              return await this.client.query(text);
            } finally {
              await this.client.end();
            }
          }
        }
        export const query = (text) => new Database().query(text);
      `),
    },
    {
      name: 'a pool for one request, made by a function',
      files: service(
        `
        import { makePool } from './make.js';
        export const query = async (text) => {
          const pool = makePool();
          try {
            return await pool.query(text);
          } finally {
            await pool.end();
          }
        };
      `,
        `
        import pg from 'pg';
        export const makePool = () => new pg.Pool();
      `,
      ),
    },
    {
      name: 'a store that is stopped if it was ever made',
      files: {
        ...service(LATER, MAKE_STORE()),
        'src/main.js': MAIN.replace('{ query }', '{ close, query }').replace(
          'server.close(() => process.exit(0))',
          'server.close(async () => { await close(); process.exit(0); })',
        ),
      },
    },
  ],
});
