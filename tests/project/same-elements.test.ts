/** Steps of a shutdown as a list of objects, each with several methods. */
import { js, table } from '../rules/table.js';

table('enforce-shutdown-order', {
  reports: [
    {
      name: 'a server that is closed once the loop is over',
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      const pool = new Pool();
      const cache = new Pool();
      const server = http.createServer(async (req, res) => res.end(await pool.query('select 1'))).listen(3000);
      const steps = [{ stop: () => pool.end() }, { stop: () => cache.end() }];
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        for (const step of steps) await step.stop(); // ! before
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'what ends a step by force, on the same element',
      files: js`
      import http from 'node:http';
      import { Pool } from 'pg';
      const pool = new Pool();
      const server = http.createServer(async (req, res) => res.end(await pool.query('select 1'))).listen(3000);
      const close = () => new Promise((resolve) => server.close(resolve));
      const force = async () => {
        const closed = new Promise((resolve) => server.close(resolve));
        server.closeAllConnections();
        await closed;
      };
      const steps = [{ stop: close, force }, { stop: () => pool.end(), force: undefined }];
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        for (const step of steps) {
          const isOver = await Promise.race([step.stop().then(() => true), new Promise((resolve) => setTimeout(resolve, 5000, false))]);
          if (!isOver && step.force) await step.force();
        }
        process.exit(0);
      });
    `,
    },
  ],
});
