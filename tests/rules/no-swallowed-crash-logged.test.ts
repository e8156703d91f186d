/** Failures that go to a log function by its name, or to the second handler of a promise, and exits that are handed to a timer. */
import { js, table } from './table.js';

table('no-swallowed-crash', {
  reports: [
    ...[
      'setTimeout(process.exit, 1000)',
      'setTimeout(process.exit, 1000, 0)',
      'process.nextTick(process.exit, 0)',
      'setImmediate(process.exit)',
    ].map((exit) => ({
      name: `an exit with code 0: ${exit}`,
      files: {
        'src/main.js': `
          import http from 'node:http';
          http.createServer((req, res) => res.end('ok')).listen(3000);
          process.on('uncaughtException', (error) => {
            console.error(error);
            ${exit}; // ! exits-clean
          });
        `,
      },
    })),
    ...['console.error', 'logger.error.bind(logger)', 'log'].map((listener) => ({
      name: `a log function by its name: ${listener}`,
      files: {
        'src/main.js': `
        import http from 'node:http';
        import pino from 'pino';
        const logger = pino();
        const { error: log } = console;
        http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('unhandledRejection', ${listener}); // ! lives-on
      `,
      },
    })),
    ...["logger.fatal({ error }, 'unhandled')", 'console.error(error); log.fatal(error)'].map((listener) => ({
      name: `the highest level of a logger that is not seen: ${listener}`,
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { log, logger } from 'our-library';
        http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('unhandledRejection', (error) => { ${listener}; }); // ! lives-on
      `,
      },
    })),
    {
      name: 'a failed start that the second handler of then logs',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      async function main() {
        await pool.query('select 1');
        http.createServer((req, res) => res.end('ok')).listen(3000);
      }
      main().then(() => console.log('up'), (error) => console.error(error)); // ! start-up
    `,
    },
  ],
  silent: [
    ...['setTimeout(process.exit, 1000, 1)', 'process.nextTick(process.exit, 1)', 'server.close(process.exit)'].map((exit) => ({
      name: `an exit with another code, or one that is not seen: ${exit}`,
      files: {
        'src/main.js': `
          import http from 'node:http';
          const server = http.createServer((req, res) => res.end('ok')).listen(3000);
          process.on('uncaughtException', (error) => {
            console.error(error);
            ${exit};
          });
        `,
      },
    })),
    ...['fatal(error)', 'app.fatal(error)', 'logger.fatalAndExit(error)', 'logger.shutdown(error)'].map((listener) => ({
      name: `what may end the process by its name: ${listener}`,
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { app, fatal, logger } from 'our-library';
        http.createServer((req, res) => res.end('ok')).listen(3000);
        process.on('unhandledRejection', (error) => { ${listener}; });
      `,
      },
    })),
    {
      name: 'a log function beside a listener that ends the process',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end('ok')).listen(3000);
      process.on('unhandledRejection', console.error);
      process.on('unhandledRejection', () => process.exit(1));
    `,
    },
    {
      name: 'a handler of then that ends the process',
      files: js`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      async function main() {
        await pool.query('select 1');
        http.createServer((req, res) => res.end('ok')).listen(3000);
      }
      main().then(() => console.log('up'), (error) => { console.error(error); process.exit(1); });
    `,
    },
  ],
});
