/** A listener that may be one of several functions. */
import { js, table } from './table.js';

table('no-swallowed-crash', {
  reports: [
    {
      name: 'a function that puts nothing in its own place, and exits with code 0',
      files: js`
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        let drain = async () => {
          drain = () => {};
          await new Promise((resolve) => setTimeout(resolve, 1000));
          process.exit(0); // ! exits-clean
        };
        for (const event of ['SIGTERM', 'uncaughtException']) process.on(event, drain);
      `,
    },
    {
      name: 'one of two functions that both only log',
      files: js`
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        const short = (error) => console.error(error.message);
        const long = (error) => console.error(error.stack);
        process.on('uncaughtException', process.env.VERBOSE ? long : short); // ! lives-on
      `,
    },
  ],
  silent: [
    {
      name: 'a function that puts nothing in its own place, and exits with a failure',
      files: js`
        import http from 'node:http';
        http.createServer((req, res) => res.end()).listen(3000);
        let drain = async () => {
          drain = () => {};
          await new Promise((resolve) => setTimeout(resolve, 1000));
          process.exit(1);
        };
        process.on('uncaughtException', drain);
      `,
    },
  ],
});
