/** What happens once a server has closed may be said outside of the shutdown. */
import { table } from './table.js';

const service = (listener: string, shutdown: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
    import http from 'node:http';
    import pg from 'pg';
    import { closePool } from './pool.js';
    const server = http.createServer((request, response) => response.end('ok')).listen(3000);
    ${listener}
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 10_000).unref();
      ${shutdown}
    });
  `,
  'src/pool.js': `
    import pg from 'pg';
    export const pool = new pg.Pool();
    export const closePool = () => pool.end();
  `,
});

const SOUND = [
  `server.on('close', () => closePool());`,
  `server.on('close', closePool);`,
  `server.once('close', async () => { await closePool(); process.exit(0); });`,
  `server.addListener('close', () => { closePool().finally(() => process.exit(0)); });`,
];

for (const rule of ['no-unclosed-resource', 'no-exit-before-close', 'no-unawaited-close', 'enforce-shutdown-order'])
  table(rule, { silent: SOUND.map((listener) => ({ name: listener, files: service(listener, 'server.close();') })) });

const LOGS = `server.on('close', () => console.log('closed'));`;

table('no-exit-before-close', {
  reports: [{ name: 'a listener that only logs', files: service(LOGS, 'server.close();\n      process.exit(0); // ! pending') }],
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a listener that only logs',
      files: {
        'src/main.js': `
          import http from 'node:http';
          import pg from 'pg';
          const pool = new pg.Pool(); // ! unclosed
          const server = http.createServer((request, response) => response.end('ok')).listen(3000);
          ${LOGS}
          process.once('SIGTERM', () => server.close());
        `,
      },
    },
  ],
  silent: [
    {
      name: 'the values of a map that is made with its entries',
      files: {
        'src/main.js': `
          import http from 'node:http';
          import pg from 'pg';
          const pools = new Map([['orders', new pg.Pool()], ['users', new pg.Pool()]]);
          const server = http.createServer((request, response) => response.end('ok')).listen(3000);
          process.once('SIGTERM', () => server.close(async () => { for (const pool of pools.values()) await pool.end(); }));
        `,
      },
    },
  ],
});

/** A client that another module keeps, and that tells its end by an event alone. */
const streaming = (shutdown: string, mark = ''): Readonly<Record<string, string>> => ({
  'src/main.ts': `
    import { streams } from './streams';
    import mongoose from 'mongoose';
    const start = async () => {
      await streams.connect('shop', 'orders', 'http://nats:4222');
      ${shutdown}
      streams.client.subscribe('orders').on('message', (message) => console.log(message));
      await mongoose.connect('mongodb://orders');${mark}
    };
    start();
  `,
  'src/streams.ts': `
    import nats, { Stan } from 'node-nats-streaming';
    class Streams {
      private opened?: Stan;
      get client() {
        if (!this.opened) throw new Error('not connected');
        return this.opened;
      }
      connect(cluster: string, id: string, url: string): Promise<void> {
        this.opened = nats.connect(cluster, id, { url });
        return new Promise((resolve, reject) => {
          this.client.on('connect', () => resolve());
          this.client.on('error', (error) => reject(error));
        });
      }
    }
    export const streams = new Streams();
  `,
});

table('no-unawaited-close', {
  reports: [{ name: 'an end that nothing hears', files: streaming(`process.on('SIGTERM', () => streams.client.close()); // ! alive`) }],
  silent: [
    {
      name: 'the process ends when the client tells its end',
      files: streaming(`streams.client.on('close', () => process.exit());\n      process.on('SIGTERM', () => streams.client.close());`),
    },
  ],
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'what is open when the client tells its end and the process ends',
      files: streaming(
        `streams.client.on('close', () => process.exit());\n      process.on('SIGTERM', () => streams.client.close());`,
        ' // ! unclosed',
      ),
      says: ['The Mongoose connection opened here is never closed by the shutdown, so open queries are cut off.'],
    },
  ],
  silent: [
    {
      name: 'what is closed when the client tells its end',
      files: streaming(
        `streams.client.on('close', async () => { await mongoose.disconnect(); process.exit(); });
      process.on('SIGTERM', () => streams.client.close());`,
      ),
    },
  ],
});
