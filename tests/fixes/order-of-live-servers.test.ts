import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('enforce-shutdown-order', [
  {
    name: 'a server that nothing names',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await pool.end();
        });
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        await pool.end();
      });
    `,
  },
  {
    name: 'a server that has a name',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await pool.end();
          process.exit(0);
        });
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        await pool.end();
        process.exit(0);
      });
    `,
  },
]);
