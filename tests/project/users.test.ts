/** A dependency that is only given to what the shutdown closes: nothing is under way in it then. */
import { js, table } from '../rules/table.js';

table('no-unclosed-resource', {
  at: /new Pool|schedule/u,
  reports: [
    {
      name: 'one that the process waits for, since nothing ends it',
      unrepaired: true,
      files: js`
      import { run } from 'graphile-worker';
      import { Pool } from 'pg';
      const pool = new Pool(); // ! unclosed
      const runner = await run({ pgPool: pool, noHandleSignals: true, taskList: { mail: async () => {} } });
      process.once('SIGTERM', async () => {
        await runner.stop();
      });
    `,
    },
    {
      name: 'one that something else uses as well',
      files: js`
      import { run } from 'graphile-worker';
      import { Pool } from 'pg';
      const pool = new Pool(); // ! unclosed
      setInterval(() => pool.query('select 1'), 1000).unref();
      const runner = await run({ pgPool: pool, noHandleSignals: true, taskList: { mail: async () => {} } });
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await runner.stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'one of whose two users one is left open',
      files: js`
      import { run } from 'graphile-worker';
      import { run as schedule } from 'graphile-scheduler';
      import { Pool } from 'pg';
      const pool = new Pool(); // ! unclosed
      const runner = await run({ pgPool: pool, noHandleSignals: true, taskList: { mail: async () => {} } });
      const scheduler = await schedule({ pgPool: pool, schedules: [] }); // ! unclosed
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await runner.stop();
        process.exit(0);
      });
    `,
    },
  ],
  silent: [
    {
      name: 'one whose only user has drained before the process ends',
      files: js`
      import { run } from 'graphile-worker';
      import { Pool } from 'pg';
      const pool = new Pool();
      pool.on('error', console.error);
      const runner = await run({ pgPool: pool, noHandleSignals: true, taskList: { mail: async () => {} } });
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 5000).unref();
        await runner.stop();
        process.exit(0);
      });
    `,
    },
  ],
});
