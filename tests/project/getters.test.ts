/** What only runs when it is read. */
import { js, table, ts } from '../rules/table.js';

table('no-unclosed-resource', {
  reports: [
    {
      name: 'what a static getter opens and keeps',
      unrepaired: true,
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Database {
        static get pool() {
          this.only ??= new Pool(); // ! unclosed
          return this.only;
        }
      }
      const server = http.createServer(async (req, res) => res.end(String(await Database.pool.query('SELECT 1')))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'what a getter of an object opens and keeps, read in another module',
      unrepaired: true,
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { stores } from './stores.js';
        const server = http.createServer(async (req, res) => res.end(String(await stores.pool.query('SELECT 1')))).listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
      `,
        'src/stores.js': `
        import { Pool } from 'pg';
        let pool;
        export const stores = {
          get pool() {
            pool ??= new Pool(); // ! unclosed
            return pool;
          },
        };
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a getter of an object that nobody reads, and one whose thing is closed',
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      let pool;
      let other;
      const stores = {
        get pool() { return (pool ??= new Pool()); },
        get other() { return (other ??= new Pool()); },
      };
      const server = http.createServer(async (req, res) => res.end(String(await stores.pool.query('SELECT 1')))).listen(3000);
      process.once('SIGTERM', () => server.close(async () => {
        await pool?.end();
        process.exit(0);
      }));
    `,
    },
    {
      name: 'what a getter of a superclass opens and the shutdown closes',
      files: ts`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Store {
        private kept: Pool | undefined;
        protected get pool(): Pool { return (this.kept ??= new Pool()); }
        async close(): Promise<void> { await this.kept?.end(); }
      }
      class Rows extends Store {
        all() { return this.pool.query('SELECT 1'); }
      }
      const rows = new Rows();
      const server = http.createServer(async (req, res) => res.end(String(await rows.all()))).listen(3000);
      process.once('SIGTERM', () => server.close(async () => {
        await rows.close();
        process.exit(0);
      }));
    `,
    },
    {
      name: 'a getter that nobody reads',
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Database {
        static get pool() { return (this.only ??= new Pool()); }
      }
      class Memory {
        static get pool() { return { query: () => [] }; }
      }
      const store = process.env.DATABASE ? undefined : Memory;
      const server = http.createServer(async (req, res) => res.end(String(await store?.pool.query()))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
      console.log(Database.name);
    `,
    },
  ],
});
