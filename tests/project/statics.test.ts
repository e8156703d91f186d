/** Classes of which nobody makes an object: `this` in their static methods is the class. */
import { js, table, ts } from '../rules/table.js';

table('no-exit-before-close', {
  reports: [
    {
      name: 'a static method that another one calls by this',
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Database {
        static connect() { this.pool = new Pool(); }
        static async close() { await this.end(); }
        static async end() { await this.pool.end(); }
      }
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      Database.connect();
      process.once('SIGTERM', () => {
        server.close(() => {
          void Database.close();
          process.exit(0); // ! pending
        });
      });
    `,
    },
  ],
  silent: [
    {
      name: 'a static method that waits for another one',
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Database {
        static connect() { this.pool = new Pool(); }
        static async close() { await this.end(); }
        static end = async () => { await this.pool.end(); };
      }
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      Database.connect();
      process.once('SIGTERM', () => {
        server.close(async () => {
          await Database.close();
          process.exit(0);
        });
      });
    `,
    },
  ],
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'what the one object of a class opens',
      unrepaired: true,
      files: ts`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Store {
        private static only: Store | undefined;
        static instance(): Store { return this.only ?? (this.only = new this()); }
        private readonly pool = new Pool(); // ! unclosed
        rows() { return this.pool.query('SELECT 1'); }
      }
      const store = Store.instance();
      const server = http.createServer(async (req, res) => res.end(String(await store.rows()))).listen(3000);
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
  ],
  silent: [
    {
      name: 'what the one object of a class closes',
      files: ts`
      import http from 'node:http';
      import { Pool } from 'pg';
      class Store {
        private static only: Store | undefined;
        static instance(): Store {
          if (!this.only) this.only = new this();
          return this.only;
        }
        private readonly pool = new Pool();
        rows() { return this.pool.query('SELECT 1'); }
        close() { return this.pool.end(); }
      }
      const server = http.createServer(async (req, res) => res.end(String(await Store.instance().rows()))).listen(3000);
      process.once('SIGTERM', () => server.close(() => void Store.instance().close().then(() => process.exit(0))));
    `,
    },
    {
      name: 'what a class inherits and closes in its own way',
      files: {
        'package.json': '{ "type": "module", "scripts": { "start": "node src/main.js" } }',
        'src/connection.js': `
export class Connection {
  static open() {
    this.handle = this.make();
  }
  static make() {}
  static async close() {
    await this.end();
  }
  static async end() {}
}
`,
        'src/main.js': `
import http from 'node:http';
import { Pool } from 'pg';
import { Connection } from './connection.js';
class Database extends Connection {
  static make() {
    return new Pool();
  }
  static async end() {
    await this.handle.end();
  }
}
Database.open();
const server = http.createServer((req, res) => res.end('ok')).listen(3000);
process.once('SIGTERM', () => server.close(async () => {
  await Database.close();
  process.exit(0);
}));
`,
      },
    },
    {
      name: 'handlers that a class keeps and runs at the end',
      files: ts`
      import http from 'node:http';
      import { Pool } from 'pg';
      type Handler = () => Promise<unknown>;
      class Shutdown {
        private static handlers: Handler[] = [];
        static add(handler: Handler): void { this.handlers.push(handler); }
        static async execute(): Promise<void> {
          for (const handler of this.handlers) await handler();
          process.exit(0);
        }
      }
      const pool = new Pool();
      const server = http.createServer(async (req, res) => res.end(String(await pool.query('SELECT 1')))).listen(3000);
      Shutdown.add(() => new Promise((resolve) => server.close(resolve)));
      Shutdown.add(() => pool.end());
      process.once('SIGTERM', () => Shutdown.execute());
    `,
    },
  ],
});
