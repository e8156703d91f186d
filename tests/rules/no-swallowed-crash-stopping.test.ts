/** Exits behind a state that only the shutdown sets are never reached by a first crash. */
import { type Case, table } from './table.js';

const inClass = (handle: string, more = '', mark = ''): Case['files'] => ({
  'src/main.js': `
    import http from 'node:http';
    const server = http.createServer((req, res) => res.end()).listen(3000);
    class Life {
      constructor() { this.state = 'RUNNING'; }
      start() {
        process.on('SIGTERM', this.stop.bind(this));
        process.on('uncaughtException', this.handle.bind(this));${mark}
      }
      stop() { this.state = 'STOPPING'; server.close(() => process.exit(1)); }
      handle(error) { console.error(error); ${handle} }
      ${more}
    }
    new Life().start();
  `,
});
const inVariable = (handle: string, more = '', mark = ''): Case['files'] => ({
  'src/main.js': `
    import http from 'node:http';
    const server = http.createServer((req, res) => res.end()).listen(3000);
    let stopping = false;
    ${more}
    function stop() { stopping = true; server.close(() => process.exit(1)); }
    process.once('SIGTERM', stop);
    process.on('uncaughtException', (error) => {${mark}
      console.error(error);
      ${handle}
    });
  `,
});

table('no-swallowed-crash', {
  at: /^process\.on\(/u,
  reports: [
    { name: 'a field that the shutdown sets', files: inClass("if (this.state === 'STOPPING') { process.exit(1); }", '', ' // ! lives-on') },
    { name: 'a variable that the shutdown sets', files: inVariable('if (stopping) process.exit(1);', '', ' // ! lives-on') },
    { name: 'a variable that is compared', files: inVariable('if (stopping === true) process.exit(1);', '', ' // ! lives-on') },
  ],
  silent: [
    { name: 'the state before the shutdown', files: inClass("if (this.state === 'RUNNING') process.exit(1);") },
    {
      name: 'a state that others set',
      files: inClass("if (this.state === 'BROKEN') process.exit(1);", "fail() { this.state = 'BROKEN'; }"),
    },
    { name: 'another exit otherwise', files: inClass("if (this.state === 'STOPPING') process.exit(1); else process.exit(2);") },
    { name: 'a listener that begins the shutdown', files: inClass("if (this.state === 'STOPPING') process.exit(1); this.stop();") },
    { name: 'an exit unless it is stopping', files: inVariable('if (stopping) return; process.exit(1);') },
    {
      name: 'a variable that a request sets',
      files: inVariable('if (stopping) process.exit(1);', 'http.createServer((req, res) => { stopping = true; res.end(); }).listen(9000);'),
    },
    {
      name: 'a variable that is set to what is not seen',
      files: inVariable('if (stopping) process.exit(1);', 'export function set(value) { stopping = value; }'),
    },
  ],
});
