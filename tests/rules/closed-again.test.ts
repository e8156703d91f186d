/** A server that is closed twice: the callback of the second close comes when the first is over, with an error. */
import { js, table, ts } from './table.js';

for (const rule of ['no-unawaited-close', 'no-exit-before-close', 'enforce-shutdown-order'])
  table(rule, {
    silent: [
      {
        name: 'a second close that is waited for',
        files: js`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
        process.once('SIGTERM', async () => {
          server.close();
          await new Promise((resolve) => server.close(resolve));
          await pool.end();
          process.exit(0);
        });
      `,
      },
      {
        name: 'a second close of a field',
        files: ts`
        import { createServer, type Server } from 'node:http';
        class App {
          private readonly server: Server = createServer((request, response) => response.end('ok')).listen(3000);
          refuse(): void {
            this.server.close();
          }
          async stop(): Promise<void> {
            this.refuse();
            await new Promise((resolve) => this.server.close(resolve));
            process.exit(0);
          }
        }
        const app = new App();
        process.once('SIGTERM', () => void app.stop());
      `,
      },
    ],
  });

table('no-exit-before-close', {
  at: /^(?:process\.)?exit\(/u,
  reports: [
    {
      name: 'the close of another server that is waited for',
      files: js`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end('ok')).listen(3000);
      const metrics = http.createServer((request, response) => response.end('ok')).listen(9090);
      process.once('SIGTERM', async () => {
        server.close();
        await new Promise((resolve) => metrics.close(resolve));
        process.exit(0); // ! pending
      });
    `,
    },
  ],
});
