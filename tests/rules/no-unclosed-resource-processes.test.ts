/** What one process opens is no matter of another one's shutdown, though both run the same program. */
import { table } from './table.js';

const PRIMARY = `process.on('SIGTERM', () => {
    for (const worker of Object.values(cluster.workers)) worker.send('stop');
  });
  cluster.fork();`;
const TOLD = `const server = express().get('/', (req, res) => res.send('1')).listen(3000);
  process.on('message', (message) => {
    if (message === 'stop') server.close(() => cluster.worker.disconnect());
  });`;
const ALONE = `const server = express().get('/', (req, res) => res.send('1')).listen(3000);
  process.on('SIGTERM', () => server.close(() => process.exit(0)));`;
const program = (text: string): Record<string, string> => ({
  'src/main.js': `import cluster from 'node:cluster';\nimport express from 'express';\nimport pg from 'pg';\n${text}`,
});

table('no-unclosed-resource', {
  reports: [
    {
      name: 'a worker with a shutdown of its own',
      files: program(`if (cluster.isPrimary) {
        cluster.fork();
      } else {
        const pool = new pg.Pool(); // ! unclosed
        const server = express().get('/', (req, res) => pool.query('select 1').then(() => res.send('1'))).listen(3000);
        process.on('SIGTERM', () => server.close(() => process.exit(0)));
      }`),
    },
    {
      name: 'what both sides open',
      unrepaired: true,
      files: program(`const pool = new pg.Pool(); // ! unclosed
      const server = express().get('/', (req, res) => pool.query('select 1').then(() => res.send('1')));
      if (cluster.isPrimary) {
        ${PRIMARY}
      } else {
        const served = server.listen(3000);
        process.on('SIGTERM', () => served.close(() => process.exit(0)));
      }`),
    },
    {
      name: 'a way that is taken beside the shutdown, not in its place',
      files: program(`if (process.env.WITH_POOL) {
        const pool = new pg.Pool(); // ! unclosed
        express().get('/', (req, res) => pool.query('select 1').then(() => res.send('1'))).listen(4000); // ! unclosed
      }
      ${ALONE}`),
    },
    {
      name: 'either way of a function that runs for each of many',
      unrepaired: true,
      files: program(`function open(kind) {
        if (kind === 'pool') {
          const pool = new pg.Pool(); // ! unclosed
          return express().get('/', (req, res) => pool.query('select 1').then(() => res.send('1'))).listen(4000); // ! unclosed
        } else {
          const server = express().get('/', (req, res) => res.send('1')).listen(3000);
          process.on('SIGTERM', () => server.close(() => process.exit(0)));
        }
      }
      for (const kind of ['pool', 'server']) open(kind);`),
    },
    ...[
      ['a loop', 'for (const kind of kinds) {', '}'],
      ['a callback for each', 'kinds.forEach((kind) => {', '});'],
    ].map(([name = '', begin = '', end = '']) => ({
      name: `either way of ${name}`,
      unrepaired: true as const,
      files: program(`const kinds = ['pool', 'server'];
      ${begin}
        if (kind === 'pool') {
          const pool = new pg.Pool(); // ! unclosed
          express().get('/', (req, res) => pool.query('select 1').then(() => res.send('1'))).listen(4000); // ! unclosed
        } else {
          const server = express().get('/', (req, res) => res.send('1')).listen(3000);
          process.on('SIGTERM', () => server.close(() => process.exit(0)));
        }
      ${end}`),
    })),
  ],
  silent: [
    { name: 'workers that the primary tells to stop', files: program(`if (cluster.isPrimary) {\n${PRIMARY}\n} else {\n${TOLD}\n}`) },
    {
      name: 'beside a way without workers',
      files: program(
        `if (Number(process.env.CPUS) > 1) {\nif (cluster.isPrimary) {\n${PRIMARY}\n} else {\n${TOLD}\n}\n} else {\n${ALONE}\n}`,
      ),
    },
    {
      name: 'a function for each side',
      files: program(
        `function primary() {\n${PRIMARY}\n}\nfunction worker() {\n${TOLD}\n}\nif (cluster.isPrimary) primary();\nelse worker();`,
      ),
    },
  ],
});
