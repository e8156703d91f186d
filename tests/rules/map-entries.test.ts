/** Maps are gone through by their entries, as pairs that are taken apart. */
import { table, type Case } from './table.js';

const open = 'pools.set(name, new pg.Pool({ database: name }));';

function closedBy(name: string, close: string, mark = ''): Case {
  const text = `
    import http from 'node:http';
    import pg from 'pg';
    const pools = new Map();
    for (const name of ['orders', 'users']) ${open}${mark}
    const server = http.createServer((req, res) => res.end('ok')).listen(3000);
    process.once('SIGTERM', () => {
      server.close(async () => {
        ${close}
        process.exit(0);
      });
    });
  `;
  return { name, files: { 'src/main.js': text } };
}

const RUN = `
      const jobs = new Jobs();
      jobs.start('report');
      const server = http.createServer((req, res) => res.end('ok')).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        jobs.stop();
        server.close();
      });
`;

table('no-unclosed-resource', {
  reports: [
    {
      ...closedBy('entries that are looked at alone', 'for (const [name] of pools) console.log(name.length);', ' // ! unclosed'),
      unrepaired: true,
    },
  ],
  silent: [
    closedBy('entries of a loop', 'for (const [name, pool] of pools) await pool.end();'),
    closedBy('entries of a loop, the key left out', 'for (const [, pool] of pools) await pool.end();'),
    closedBy('entries that are asked for', 'for (const [, pool] of pools.entries()) await pool.end();'),
    closedBy('entries of a copy', 'await Promise.all([...pools].map(([, pool]) => pool.end()));'),
    closedBy(
      'entries of a copy that is asked for',
      'await Promise.all(Array.from(pools.entries()).map(async ([name, pool]) => { await pool.end(); }));',
    ),
    closedBy('entries that are variables first', 'for (const entry of pools) { const [, pool] = entry; await pool.end(); }'),
  ],
});

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a class that only forgets its jobs',
      unrepaired: true,
      files: {
        'src/main.ts': `
      import http from 'node:http';
      import { Cron } from 'croner';
      class Jobs {
        private readonly jobs = new Map<string, { job: Cron }>();
        start(name: string): void {
          this.jobs.set(name, { job: new Cron('* * * * *', () => console.log(name)) }); // ! repeating
        }
        stop(): void {
          for (const [name] of this.jobs) console.log(name);
          this.jobs.clear();
        }
      }
${RUN}`,
      },
    },
  ],
  silent: [
    {
      name: 'jobs inside the values of a map',
      files: {
        'src/main.ts': `
      import http from 'node:http';
      import { Cron } from 'croner';
      class Jobs {
        private readonly jobs = new Map<string, { job: Cron; name: string }>();
        start(name: string): void {
          this.jobs.set(name, { name, job: new Cron('* * * * *', () => console.log(name)) });
        }
        stop(): void {
          for (const [, { job }] of this.jobs) job.stop();
        }
      }
${RUN}`,
      },
    },
  ],
});
