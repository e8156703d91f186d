import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('enforce-shutdown-order', [
  {
    name: 'a drain in another function that comes later and is not waited for',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
        async function stop() {
          await new Promise((resolve) => server.close(resolve));
        }
        process.once('SIGTERM', () => {
          pool.end();
          stop();
        });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
      async function stop() {
        await new Promise((resolve) => server.close(resolve));
      }
      process.once('SIGTERM', async () => {
        await stop();
        pool.end();
      });
    `,
  },
  {
    name: 'a drain that comes first and is not waited for',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
        async function stop() {
          await new Promise((resolve) => server.close(resolve));
        }
        process.once('SIGTERM', () => {
          stop();
          pool.end();
        });
      `,
    },
    suggestion: 'reorder',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
      async function stop() {
        await new Promise((resolve) => server.close(resolve));
      }
      process.once('SIGTERM', async () => {
        await stop();
        pool.end();
      });
    `,
  },
]);
