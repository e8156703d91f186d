/** Handles on objects that are not told apart. */
import { cjs, js, table, type Case } from './table.js';

const STOP = `
  const server = http.createServer((req, res) => res.end()).listen(3000);
  process.once('SIGTERM', () => {
    setTimeout(() => process.exit(1), 5000).unref();
    server.close(() => process.exit(0));
  });
`;
const constructed = (start: string, mark = ''): Case['files'] => ({
  'src/main.cjs': `
  const http = require('node:http');
  module.exports = () => {
    function Poll() {}
    Poll.prototype.start = function () {
      ${start}${mark}
    };
    Poll.prototype.stop = function () { clearInterval(this.pollTimer); };
    return Poll;
  };
  const Poll = module.exports();
  new Poll().start();
  ${STOP}`,
});

table('no-uncleared-timer', {
  reports: [
    {
      name: 'a constructor function that clears another timer',
      files: constructed('this.beat = setInterval(() => console.log(1), 1000);', ' // ! repeating'),
    },
    {
      name: 'a constructor function that only sets it again',
      files: constructed('clearInterval(this.beat); this.beat = setInterval(() => console.log(1), 1000);', ' // ! repeating'),
    },
    {
      name: 'under a symbol that nothing ends',
      files: js`
      import http from 'node:http';
      const TIMER = Symbol('timer');
      class Poll {
        start() {
          this[TIMER] = setInterval(() => console.log(1), 1000); // ! repeating
        }
      }
      new Poll().start();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
  silent: [
    { name: 'a constructor function that clears it', files: constructed('this.pollTimer = setInterval(() => console.log(1), 1000);') },
    {
      name: 'a constructor function that unreferences it at once, by another name of itself',
      files: constructed('const self = this; this.beat = setInterval(() => console.log(1), 1000); self.beat.unref();'),
    },
    {
      name: 'under a symbol',
      files: cjs`
      const http = require('node:http');
      const TIMER = Symbol('timer');
      class Poll {
        start() {
          this[TIMER] = setInterval(() => console.log(1), 1000);
          this[TIMER].unref();
        }
      }
      new Poll().start();
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 5000).unref();
        server.close(() => process.exit(0));
      });
    `,
    },
  ],
});
