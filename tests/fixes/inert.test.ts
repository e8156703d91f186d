import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-inert-signal-listener', [
  {
    name: 'a server that nothing names',
    files: {
      'main.js': code`
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => console.log('SIGTERM'));
      `,
    },
    suggestion: 'end',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        console.log('SIGTERM');
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
        process.exit(0);
      });
    `,
  },
  {
    name: 'a server and what it uses',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
        process.once('SIGTERM', () => {
          console.log('SIGTERM');
        });
      `,
    },
    suggestion: 'end',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((req, res) => pool.query('select 1').then(() => res.end())).listen(3000);
      process.once('SIGTERM', async () => {
        console.log('SIGTERM');
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
