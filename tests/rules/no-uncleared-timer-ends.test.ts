/** Timers by how the process that has them ends, and by whether they end by themselves. */
import { js, table } from './table.js';

table('no-uncleared-timer', {
  at: /^set(?:Interval|Timeout)\(/u,
  reports: [
    {
      name: 'an exit after the drain',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      setInterval(() => console.log('tick'), 1000); // ! repeating
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'cleared when the process has ended',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const timer = setInterval(() => console.log('tick'), 1000); // ! repeating
      process.on('exit', () => clearInterval(timer));
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'an exit at once on one signal and a drain on another',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      setInterval(() => console.log('tick'), 1000); // ! repeating
      process.on('SIGINT', () => process.exit(0));
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'an exit at once only when nothing is open',
      files: js`
      import http from 'node:http';
      let server;
      if (process.env.PORT) server = http.createServer((req, res) => res.end()).listen(process.env.PORT);
      setInterval(() => console.log('tick'), 1000); // ! repeating
      process.once('SIGTERM', () => {
        if (!server) process.exit(0);
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'cleared before what sets it again is called',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      let timer;
      async function refresh() {
        await fetch('http://rates');
        arm();
      }
      function again() {
        arm();
        clearInterval(timer);
        arm();
      }
      const arm = () => {
        timer = setInterval(refresh, 1000); // ! repeating
      };
      again();
      process.once('SIGTERM', () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a poll that goes on in each of its branches',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      async function poll() {
        try {
          await fetch('http://jobs/');
        } finally {
          setTimeout(poll, 1000); // ! renewing
        }
      }
      poll();
    `,
    },
  ],
  silent: [
    {
      name: 'cleared by a function that a signal runs as well',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      const timer = setInterval(() => console.log('tick'), 1000);
      function clean() {
        clearInterval(timer);
      }
      process.on('exit', clean);
      process.once('SIGTERM', () => {
        clean();
        server.close();
      });
    `,
    },
    {
      name: 'what the shutdown flushes to asks for the one object that has the timer',
      files: {
        'src/main.js': `
import http from 'node:http';
import { Writer } from './writer.js';
const server = http.createServer((req, res) => res.end(Writer.instance().add(req.url))).listen(3000);
process.once('SIGTERM', () => {
  server.close(async () => {
    await Writer.instance().shutdown();
  });
});
`,
        'src/writer.js': `
import { report } from './report.js';
export class Writer {
  static #instance = null;
  static instance() {
    Writer.#instance ??= new Writer();
    return Writer.#instance;
  }
  constructor() {
    this.rows = [];
    this.start();
  }
  start() {
    this.timer = setInterval(() => this.flush(), 1000);
  }
  add(row) {
    this.rows.push(row);
    return 'added';
  }
  async flush() {
    report(this.rows.splice(0));
  }
  async shutdown() {
    if (this.timer) clearInterval(this.timer);
    await this.flush();
  }
}
`,
        'src/report.js': `
import { Writer } from './writer.js';
export const report = (rows) => {
  if (rows.length > 1000) Writer.instance().add('many');
};
`,
      },
    },
    {
      name: 'every signal ends the process at once',
      files: js`
      import http from 'node:http';
      http.createServer((req, res) => res.end()).listen(3000);
      setInterval(() => console.log('tick'), 1000);
      process.on('SIGINT', () => process.exit(0));
      process.on('SIGTERM', () => {
        console.log('bye');
        process.exit(0);
      });
    `,
    },
    {
      name: 'cleared after the work whose progress it tells',
      files: js`
      import http from 'node:http';
      async function copy(files, tell) {
        let timer;
        const progress = () => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            tell('still copying');
            progress();
          }, 30_000);
        };
        progress();
        try {
          for (const file of files) await fetch(file);
        } finally {
          clearTimeout(timer);
        }
      }
      const server = http.createServer(async (req, res) => {
        await copy([req.url], (text) => res.write(text));
        res.end();
      }).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'work in pieces',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => {
        const rows = [1, 2, 3];
        const next = () => {
          res.write(String(rows.shift()));
          setImmediate(next);
        };
        next();
      }).listen(3000);
      process.once('SIGTERM', () => server.close());
    `,
    },
    {
      name: 'an early return inside of a try block',
      files: js`
      import http from 'node:http';
      const settings = { isStopping: false };
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function poll() {
        try {
          if (settings.isStopping) return;
          await fetch('http://jobs/');
        } catch (error) {
          console.error(error);
        }
        setTimeout(poll, 1000);
      }
      poll();
      process.once('SIGTERM', () => {
        settings.isStopping = true;
        server.close();
      });
    `,
    },
    {
      name: 'tries that come to an end, in a function that is called under a condition',
      files: js`
      import http from 'node:http';
      if (process.env.REGISTRY) {
        let left = 5;
        (function register() {
          console.log('try');
          setTimeout(() => {
            left -= 1;
            if (left > 0) register();
          }, 1000);
        })();
      }
      http.createServer((req, res) => res.end()).listen(3000);
    `,
    },
  ],
});
