/** One program, of which each process does one part: which one, the environment says. */
import { table, type Case } from './table.js';

const parts = `
  import process from 'node:process';
  export class Server {
    constructor(server) {
      this.server = server;
      process.on('SIGTERM', () => this.stop());
    }
    run() {
      this.server.listen(3000);
    }
    stop() {
      setTimeout(() => process.exit(1), 9000).unref();
      this.server.close(() => process.exit(0));
    }
  }
  export class Worker {
    constructor(jobs) {
      this.jobs = jobs;
      process.on('SIGTERM', () => this.stop());
    }
    run() {
      this.timer = setInterval(() => this.jobs.next(), 1000);
    }
    stop() {
      clearInterval(this.timer);
      process.exit(0);
    }
  }
`;
const program = (name: string, main: string, stopping = parts): Case => ({
  name,
  unrepaired: true,
  files: {
    'src/parts.js': stopping,
    'src/main.js': `
      import http from 'node:http';
      import cluster from 'node:cluster';
      import { Server, Worker } from './parts.js';
      const serving = () => new Server(http.createServer((req, res) => res.end()));
      const working = () => new Worker({ next() {} });
      ${main}
    `,
  },
});
const cut = parts.replace(/process\.exit\(0\);(\s+\}\s+\}\s+)$/u, 'process.exit(0); // ! open$1');
const both = (name: string, main: string): Case => program(name, main, cut);

table('no-exit-before-close', {
  reports: [
    both('both parts', `serving().run();\nworking().run();`),
    both('one part always', `if (process.env.PART === 'all') serving().run();\nworking().run();`),
    both(
      'a case that goes on with the next one',
      `switch (process.env.PART) { case 'all': serving().run(); case 'worker': working().run(); }`,
    ),
    both(
      'a question about something else',
      `const make = (part) => { if (part === 'a') console.log(part); return [serving(), working()]; };\nfor (const one of make('a')) one.run();`,
    ),
  ],
  silent: [
    program(
      'by the role in a cluster',
      `const part = () => { if (cluster.isPrimary) return working(); return serving(); };\npart().run();`,
    ),
    program(
      'by a choice of cases',
      `const part = () => { switch (process.env.PART) { case 'web': return serving(); case 'worker': return working(); default: throw new Error('unknown'); } };\npart().run();`,
    ),
    program(
      'by a question',
      `const part = () => { if (process.env.PART === 'web') { return serving(); } else { return working(); } };\npart().run();`,
    ),
    program(
      'by cases that do it',
      `switch (process.env.PART) { case 'web': serving().run(); break; case 'worker': { working().run(); break; } }`,
    ),
    program('by an argument', `if (process.argv.includes('--worker')) working().run(); else serving().run();`),
    {
      name: 'modules that are loaded by it',
      files: {
        'src/web.js': `
          import http from 'node:http';
          const server = http.createServer((req, res) => res.end()).listen(3000);
          process.on('SIGTERM', () => {
            setTimeout(() => process.exit(1), 9000).unref();
            server.close(() => process.exit(0));
          });
        `,
        'src/work.js': `const timer = setInterval(() => console.log(1), 1000);\nprocess.on('SIGTERM', () => { clearInterval(timer); process.exit(0); });`,
        'src/main.js': `if (process.env.PART === 'work') { await import('./work.js'); } else { await import('./web.js'); }`,
      },
    },
  ],
});

const crashing = (work: string, main: string): string => `
  import http from 'node:http';
  function web() {
    http.createServer((req, res) => res.end()).listen(3000);
    process.on('uncaughtException', (error) => console.error(error)); // !
    process.on('SIGTERM', () => process.exit(0));
  }
  function work() {
    ${work}
    setInterval(() => console.log(1), 1000);
  }
  ${main}
`;
const ending = `process.on('uncaughtException', (error) => { console.error(error); process.exit(1); });`;

table('no-swallowed-crash', {
  reports: [
    {
      name: 'the other part ends, this one does not',
      files: {
        'src/main.js': crashing(ending, `if (process.env.PART === 'work') work();\nelse web();`).replace('// !', '// ! lives-on'),
      },
    },
  ],
  silent: [
    {
      name: 'what both parts begin with ends',
      files: { 'src/main.js': crashing('', `${ending}\nif (process.env.PART === 'work') work();\nelse web();`).replace('// !', '') },
    },
  ],
});
