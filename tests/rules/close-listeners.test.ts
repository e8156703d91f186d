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
