/** Checks of a probe that stand in a list, and work that it begins beside its answer. */
import { js, table } from './table.js';

const checks = (run: string): Readonly<Record<string, string>> => ({
  'src/main.js': `
  import Fastify from 'fastify';
  import { setTimeout } from 'node:timers/promises';
  import Redis from 'ioredis';
  const redis = new Redis();
  const checks = [{ name: 'redis', check: async () => { await redis.ping(); return 'ok'; } }];
  const bounded = async (name, check) => Promise.race([check(), setTimeout(1000).then(() => name)]);
  const unbounded = async (name, check) => [name, await check()];
  const app = Fastify();
  app.get('/ready', async (req, reply) => {
    const answers = ${run}
    reply.send(answers);
  });
  app.listen({ port: 3000 });
`,
});

table('no-blocking-probe', {
  reports: [
    {
      name: 'a list of checks that nothing bounds',
      files: checks('await Promise.all(checks.map(({ name, check }) => unbounded(name, check))); // ! readiness'),
    },
    {
      name: 'a list of checks that are called where they stand',
      files: checks('await Promise.all(checks.map(({ check }) => check())); // ! readiness'),
    },
    {
      name: 'a route in a folder that only groups files',
      says: [
        'The probe `/api/ready` asks a dependency with `pool.query` and no time-out, so a slow dependency makes the probe itself hang.',
      ],
      manifest: { dependencies: { next: '15', pg: '8' }, scripts: { start: 'next start' } },
      files: {
        'src/app/api/(server)/ready/route.ts': `
        import pg from 'pg';
        const pool = new pg.Pool();
        export async function GET() { return await pool.query('select 1'); } // ! readiness
      `,
      },
    },
    {
      name: 'a helper that is given the answer and waited for by nobody else',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      async function answer(res) {
        await pool.query('select 1');
        res.send('ok');
      }
      app.get('/ready', (req, res) => {
        answer(res); // ! readiness
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a callback that answers',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.get('/ready', (req, res) => {
        pool.query('select 1').then(() => res.send('ok')).catch(() => res.sendStatus(503)); // ! readiness
      });
      app.listen(3000);
    `,
    },
    {
      name: 'a function in the handler that answers',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      app.get('/ready', (req, res) => {
        const check = async () => {
          await pool.query('select 1');
          res.send('ok');
        };
        check(); // ! readiness
      });
      app.listen(3000);
    `,
    },
    {
      name: 'work beside the answer that blocks all the same',
      files: js`
      import fs from 'node:fs';
      import express from 'express';
      const app = express();
      async function count() {
        fs.writeFileSync('/tmp/count', '1');
      }
      app.get('/ready', (req, res) => {
        void count(); // ! sync
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
  ],
  silent: [
    {
      name: 'a list of checks in a race',
      files: checks('await Promise.all(checks.map(({ name, check }) => bounded(name, check)));'),
    },
    {
      name: 'a list of checks in a race, one by one',
      files: checks('[]; for (const one of checks) answers.push(await bounded(one.name, one.check));'),
    },
    {
      name: 'work beside the answer that nobody waits for',
      files: js`
      import express from 'express';
      import pg from 'pg';
      const pool = new pg.Pool();
      const app = express();
      async function count(path) {
        await pool.query('insert into visits values ($1)', [path]);
      }
      const counted = (handler) => async (req, res) => {
        count(req.path);
        return handler(req, res);
      };
      app.get('/ready', counted((req, res) => res.send('ok')));
      app.get('/healthz', (req, res) => {
        void pool.query('insert into visits values (1)').catch(console.error);
        res.send('ok');
      });
      app.listen(3000);
    `,
    },
  ],
});
