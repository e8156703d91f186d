/** A timer that is set beside the close: its exit is a deadline, or the end that does not wait. */
import { table, type Case } from './table.js';

const shutdown = (name: string, body: string, beside = ''): Case => ({
  name,
  files: {
    'src/main.js': `
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer(async (req, res) => res.end(await pool.query('select 1'))).listen(3000);
      ${beside}
      process.once('SIGTERM', async () => {
        ${body}
      });
    `,
  },
});

table('no-exit-before-close', {
  reports: [
    {
      ...shutdown('a tenth of a second', `server.close();\nsetTimeout(() => process.exit(0), 100); // ! pending`),
      says: ['`process.exit(0)` is reached while `server.close()` is still closing, so requests in flight are cut off.'],
    },
    shutdown(
      'something else before it, and no code',
      `server.close();\nsetTimeout(() => {\nconsole.log('stopped');\nprocess.exit(); // ! pending\n}, 250);`,
    ),
    shutdown('a named time', `server.close();\nsetTimeout(process.exit, FLUSH); // ! pending`, 'const FLUSH = 200;'),
    shutdown('a named end', `server.close();\nsetTimeout(end, 200);`, 'const end = () => {\nprocess.exit(0); // ! pending\n};'),
    shutdown('after the wrong close', `server.close();\nawait pool.end();\nsetTimeout(() => process.exit(0), 100); // ! pending`),
  ],
  silent: [
    shutdown('time for a deadline', `server.close();\nsetTimeout(() => process.exit(0), 5000);`),
    shutdown('a time that is configured', `server.close();\nsetTimeout(() => process.exit(0), Number(process.env.WAIT));`),
    shutdown('an error code: a short deadline', `server.close();\nsetTimeout(() => process.exit(1), 500);`),
    shutdown('another end in the callback', `server.close(() => process.exit(0));\nsetTimeout(() => process.exit(0), 500);`),
    shutdown(
      'another end in a listener',
      `server.close();\nsetTimeout(() => process.exit(0), 500);`,
      `server.on('close', () => process.exit(0));`,
    ),
    shutdown('time for the log after the close', `server.close(() => setTimeout(() => process.exit(0), 100));`),
    shutdown(
      'time for the log after all closes',
      `await new Promise((resolve) => server.close(resolve));\nawait pool.end();\nsetTimeout(() => process.exit(0), 100);`,
    ),
    shutdown('time before the close', `setTimeout(() => server.close(() => process.exit(0)), 500);`),
  ],
});

table('require-shutdown-deadline', {
  silent: [
    shutdown(
      'a pause and then the end, whatever is under way',
      `server.close();\nawait new Promise((resolve) => setTimeout(resolve, 8000));\nprocess.exit(0);`,
    ),
  ],
});
