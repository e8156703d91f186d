/** The elements of a list that is taken apart are told apart. */
import { js, table } from '../rules/table.js';

const opening = `
  import http from 'node:http';
  import { Redis } from 'ioredis';
  import pg from 'pg';
  async function openDb() {
    const pool = new pg.Pool({ max: 4 });
    await pool.query('select 1');
    return pool;
  }
  async function openRedis() {
    return new Redis();
  }
`;
const stopping = (closes: string): string => `
  const server = http.createServer(async (request, response) => {
    response.end(JSON.stringify(await db.query('select 2')));
  });
  server.listen(3000);
  process.once('SIGTERM', async () => {
    setTimeout(() => process.exit(1), 10_000).unref();
    await new Promise((resolve) => server.close(resolve));
    ${closes}
    process.exit(0);
  });
`;
const unclosed = opening.replace('{ max: 4 });', '{ max: 4 }); // ! unclosed');

table('no-unclosed-resource', {
  reports: [
    {
      name: 'one of two that are opened side by side',
      files: {
        'src/main.js': `${unclosed} const [db, redis] = await Promise.all([openDb(), openRedis()]); ${stopping('await redis.quit();')}`,
      },
    },
    {
      name: 'one of two, in what follows the opening',
      unrepaired: true,
      files: {
        'src/main.js': `${unclosed} Promise.all([openDb(), openRedis()]).then(([db, redis]) => { ${stopping('await redis.quit();')} });`,
      },
    },
    {
      name: 'one of the two that a function gives',
      files: {
        'src/main.js': `${unclosed}
          async function open() { return [await openDb(), await openRedis()]; }
          const [db, redis] = await open(); ${stopping('await redis.quit();')}`,
      },
    },
    {
      name: 'one of two that are found by their positions',
      files: {
        'src/main.js': `${unclosed} const all = [await openDb(), await openRedis()]; const db = all[0]; ${stopping('await all[1].quit();')}`,
      },
    },
  ],
  silent: [
    {
      name: 'both, each by its name',
      files: {
        'src/main.js': `${opening} const [db, redis] = await Promise.all([openDb(), openRedis()]);
          ${stopping('await redis.quit(); await db.end();')}`,
      },
    },
    {
      name: 'the second of a list of which the rest is not seen',
      files: {
        'src/main.js': `${opening} import { others } from 'some-others';
          const [, redis, db] = await Promise.all([...others(), openRedis(), openDb()]);
          ${stopping('await redis.quit(); await db.end();')}`,
      },
    },
    {
      name: 'all, as they were opened',
      files: {
        'src/main.js': `${opening} const all = await Promise.all([openDb(), openRedis()]); const [db] = all;
          ${stopping('await Promise.all(all.map((one) => ("quit" in one ? one.quit() : one.end())));')}`,
      },
    },
    {
      name: 'the values of a map, by their names',
      files: {
        'src/main.js': `${opening} const db = await openDb(); const opened = new Map([['db', db]]);
          ${stopping('for (const [name, one] of opened) { console.log(name); await one.end(); }')}`,
      },
    },
    {
      name: 'the values of an object, by their names',
      files: {
        'src/main.js': `${opening} const db = await openDb(); const opened = { db };
          ${stopping('for (const [name, one] of Object.entries(opened)) { console.log(name); await one.end(); }')}`,
      },
    },
    {
      name: 'lists in a map',
      files: {
        'src/main.js': `${opening} const db = await openDb(); const opened = new Map([['db', [db]]]);
          ${stopping('for (const [name, list] of opened) { console.log(name); await Promise.all(list.map((one) => one.end())); }')}`,
      },
    },
    {
      name: 'what is put at the end of a list',
      files: {
        'src/main.js': `${opening} const opened = []; opened.push(await openRedis()); opened.push(await openDb()); const [redis, db] = opened;
          ${stopping('await redis.quit(); await db.end();')}`,
      },
    },
  ],
});

const web = `
  import http from 'node:http';
  const server = http.createServer((request, response) => response.end('ok'));
  server.listen(3000);
  export const stopWeb = () => new Promise((resolve) => server.close(resolve));
`;
const jobs = `
  const timer = setInterval(() => console.log('tick'), 1000);
  export const stopJobs = () => clearInterval(timer);
`;

table('no-exit-before-close', {
  at: /exit/u,
  reports: [
    {
      name: 'an exit of which the other module closes nothing',
      unrepaired: true,
      files: {
        'src/web.js': web,
        'src/jobs.js': jobs,
        'src/main.js': `
          const [{ stopWeb }, { stopJobs }] = await Promise.all([import('./web.js'), import('./jobs.js')]);
          process.once('SIGTERM', () => {
            stopJobs();
            process.exit(0); // ! open
          });
          process.once('SIGINT', () => stopWeb());
        `,
      },
    },
  ],
  silent: [
    {
      name: 'an exit after the other module has closed',
      files: {
        'src/web.js': web,
        'src/jobs.js': jobs,
        'src/main.js': `
          const [{ stopJobs }, { stopWeb }] = await Promise.all([import('./jobs.js'), import('./web.js')]);
          process.once('SIGTERM', async () => {
            stopJobs();
            await stopWeb();
            process.exit(0);
          });
        `,
      },
    },
    {
      name: 'an exit after what one of a pair gives',
      files: js`
        import http from 'node:http';
        function serve() {
          const server = http.createServer((request, response) => response.end('ok'));
          server.listen(3000);
          return [() => new Promise((resolve) => server.close(resolve)), () => console.log('closed')];
        }
        const [stop, tell] = serve();
        process.once('SIGTERM', async () => {
          await stop();
          tell();
          process.exit(0);
        });
      `,
    },
  ],
});
