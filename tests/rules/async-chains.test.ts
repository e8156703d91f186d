/** Shutdowns in the style of before promises: functions that call back, one after the other or all at once. */
import { js, table, type Case } from './table.js';

const head = `
  import http from 'node:http';
  import async from 'async';
  import { promisify } from 'node:util';
  import Redis from 'ioredis';
  const redis = new Redis();
  const server = http.createServer((req, res) => redis.get('a', () => res.end()));
  server.listen(3000);
`;
/** A service that does so on SIGTERM, with a deadline. */
const onTerm = (text: string): Case['files'] => ({
  'src/main.js': `${head}
    process.once('SIGTERM', () => {
      setTimeout(() => process.exit(1), 9000).unref();
      ${text}
    });
  `,
});
const right: readonly Case[] = [
  {
    name: 'one after the other',
    files: onTerm('async.series([(next) => server.close(next), (next) => redis.quit(next)], (error) => process.exit(error ? 1 : 0));'),
  },
  {
    name: 'a bound close, which is not followed',
    files: onTerm('async.series([server.close.bind(server), (next) => redis.quit(next)], () => process.exit(0));'),
  },
  {
    name: 'all at once, and what they use behind them',
    files: onTerm('async.parallel([(next) => server.close(next)], () => { redis.quit(() => process.exit(0)); });'),
  },
  {
    name: 'functions that call back later, and the exit itself as the end',
    files: onTerm(`async.waterfall([
      (next) => {
        console.log('closing');
        server.close(() => { console.log('closed'); next(); });
      },
      (next) => redis.quit(next),
    ], process.exit);`),
  },
  {
    name: 'an end that is handed on',
    files: {
      'src/main.js': `${head}
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 9000).unref();
          stop(() => process.exit(0));
        });
        function stop(callback) {
          async.series([(next) => server.close(next), (next) => redis.quit(next)], (error) => callback(error));
        }
      `,
    },
  },
  {
    name: 'async functions',
    files: onTerm(
      `async.series([async () => { await promisify(server.close.bind(server))(); }, async () => { await redis.quit(); }], () => process.exit(0));`,
    ),
  },
  {
    name: 'functions that are not seen',
    files: onTerm(`const steps = require('./steps'); async.series(steps, () => process.exit(0));`),
  },
];

for (const rule of ['no-unclosed-resource', 'require-sigterm-listener', 'no-inert-signal-listener']) table(rule, { silent: right });

table('no-exit-before-close', {
  reports: [
    {
      name: 'a function that calls back before the close is over',
      files: onTerm(
        'async.series([(next) => { server.close(); next(); }, (next) => redis.quit(next)], () => process.exit(0)); // ! pending',
      ),
    },
    {
      name: 'a server that none of them closes',
      files: onTerm('async.series([(next) => redis.quit(next)], () => process.exit(0)); // ! open'),
    },
    {
      name: 'an exit beside them',
      unrepaired: true,
      files: onTerm('async.series([(next) => server.close(next)], () => console.log(1));\nprocess.exit(0); // ! pending'),
    },
  ],
  silent: right,
});

table('enforce-shutdown-order', {
  reports: [
    {
      name: 'what the server uses before the server',
      unrepaired: true,
      files: onTerm('async.series([\n(next) => redis.quit(next), // ! before\n(next) => server.close(next)], () => process.exit(0));'),
    },
    {
      name: 'what the server uses beside the server',
      unrepaired: true,
      files: onTerm('async.parallel([\n(next) => redis.quit(next), // ! meanwhile\n(next) => server.close(next)], () => process.exit(0));'),
    },
  ],
  silent: right,
});

table('require-shutdown-deadline', {
  reports: [
    {
      name: 'closes without a bound',
      files: js`
      import http from 'node:http';
      import async from 'async';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => { // ! unbounded
        async.series([(next) => server.close(next)], () => process.exit(0));
      });
    `,
    },
  ],
  silent: right,
});

table('require-idempotent-shutdown', {
  reports: [
    {
      name: 'a close that a second signal begins again',
      files: js`
      import http from 'node:http';
      import async from 'async';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => { // ! repeated
        setTimeout(() => process.exit(1), 9000).unref();
        async.series([(next) => server.close(next)], () => process.exit(0));
      });
    `,
    },
  ],
  silent: right,
});

table('require-connection-drain', {
  reports: [
    {
      name: 'a close in a function that must not become async',
      files: onTerm(`async.series([
        (next) => server.close(next), // ! held
      ], () => process.exit(0));`),
    },
  ],
});
