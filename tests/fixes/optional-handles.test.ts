import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-exit-before-close', [
  {
    name: 'what may not be there yet, once',
    files: {
      'main.ts': code`
        import { createServer, type Server } from 'node:http';
        import { Pool } from 'pg';
        let pool: Pool | undefined;
        let server: Server | undefined;
        function start(): void {
          pool = new Pool();
          server = createServer((req, res) => void pool?.query('select 1').then(() => res.end()));
          server.listen(3000);
        }
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          process.exit(0);
        });
        start();
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import { createServer, type Server } from 'node:http';
      import { Pool } from 'pg';
      let pool: Pool | undefined;
      let server: Server | undefined;
      function start(): void {
        pool = new Pool();
        server = createServer((req, res) => void pool?.query('select 1').then(() => res.end()));
        server.listen(3000);
      }
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          server?.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server?.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server?.closeAllConnections(), 8_000).unref();
          await new Promise<void>((resolve, reject) => {
            if (server) server.close((error) => (error ? reject(error) : resolve()));
            else resolve();
          });
          await pool?.end();
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      });
      start();
    `,
  },
]);
