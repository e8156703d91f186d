/** A wait of less than a second between a close and the end gives work in flight no time. */
import { table, type Case } from './table.js';

const shutdown = (name: string, body: string, beside = ''): Case => ({
  name,
  files: {
    'src/main.js': `
      import http from 'node:http';
      import { setTimeout as pause } from 'node:timers/promises';
      import pg from 'pg';
      import winston from 'winston';
      const logger = winston.createLogger({ transports: [new winston.transports.File({ filename: 'service.log' })] });
      const pool = new pg.Pool();
      let inFlight = 0;
      const server = http.createServer(async (req, res) => {
        inFlight += 1;
        res.end(await pool.query('select 1'));
        inFlight -= 1;
      }).listen(3000);
      ${beside}
      process.once('SIGTERM', async () => {
        ${body}
      });
    `,
  },
});
const SLEEP = 'const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));';

table('no-exit-before-close', {
  reports: [
    {
      ...shutdown('a promise of node:timers', `server.close();\nawait pause(300);\nprocess.exit(0); // ! pending`),
      says: ['`process.exit(0)` is reached while `server.close()` is still closing, so requests in flight are cut off.'],
    },
    shutdown('a function of its own', `server.close();\nawait sleep(100);\nprocess.exit(0); // ! pending`, SLEEP),
    shutdown('in place', `server.close();\nawait new Promise((done) => setTimeout(done, 250));\nprocess.exit(0); // ! pending`),
    shutdown('a named time', `server.close();\nawait sleep(FLUSH);\nprocess.exit(); // ! pending`, `${SLEEP}\nconst FLUSH = 500;`),
    shutdown('an error code', `server.close();\nawait pause(300);\nprocess.exit(1); // ! pending`),
    shutdown('another close after it', `server.close();\nawait pause(100);\nawait pool.end();\nprocess.exit(0); // ! pending`),
  ],
  silent: [
    shutdown('time enough', `server.close();\nawait pause(5000);\nprocess.exit(0);`),
    shutdown('a time that is configured', `server.close();\nawait sleep(Number(process.env.WAIT));\nprocess.exit(0);`, SLEEP),
    shutdown('one of several times', `await sleep(10);\nserver.close();\nawait sleep(8000);\nprocess.exit(0);`, SLEEP),
    shutdown('before the close', `await pause(300);\nserver.close(() => process.exit(0));`),
    shutdown('after the close', `await new Promise((resolve) => server.close(resolve));\nawait pause(100);\nprocess.exit(0);`),
    shutdown(
      'time for a log that ends in its own time',
      `server.close(() => {\nlogger.end();\nsetTimeout(() => process.exit(0), 300);\n});`,
    ),
    shutdown(
      'time for clients',
      `await new Promise((resolve) => server.close(resolve));\npool.end();\nawait pause(200);\nprocess.exit(0);`,
    ),
    shutdown('until nothing is in flight', `server.close();\nwhile (inFlight > 0) await pause(50);\nprocess.exit(0);`),
    shutdown('until the server is gone', `server.close();\nwhile (server.listening) await sleep(50);\nprocess.exit(0);`, SLEEP),
    shutdown(
      'so many times',
      `server.close();\nfor (let turn = 0; turn < 100 && inFlight > 0; turn += 1) {\nawait pause(100);\n}\nprocess.exit(0);`,
    ),
    shutdown('until it breaks off', `server.close();\nfor (;;) {\nawait pause(50);\nif (inFlight === 0) break;\n}\nprocess.exit(0);`),
    shutdown(
      'until it breaks off before its wait',
      `server.close();\nfor (;;) {\nif (inFlight === 0) break;\nawait pause(50);\n}\nprocess.exit(0);`,
    ),
    shutdown(
      'a race',
      `const closed = new Promise((resolve) => server.close(resolve));\nawait Promise.race([closed, pause(500)]);\nprocess.exit(0);`,
    ),
    shutdown(
      'time for the log',
      `await new Promise((resolve) => server.close(resolve));\nlogger.end();\nawait pause(300);\nprocess.exit(0);`,
    ),
  ],
});

table('no-unawaited-close', {
  reports: [shutdown('before what it uses is closed', `server.close(); // ! later-step\nawait pause(200);\nawait pool.end();`)],
  silent: [shutdown('time for what is in flight', `server.close();\nawait pause(8000);\nawait pool.end();\nprocess.exit(0);`)],
});
