import { cjs, js, table, ts } from './table.js';

table('valid-signal', {
  at: /SIG|sig|^[\w.]+\(/u,
  reports: [
    {
      name: 'a list where a name belongs',
      files: cjs`
      const { stop } = require('@acme/messages');
      process.on(['SIGTERM', 'SIGINT'], async () => { // ! listed
        await stop();
        process.exit(0);
      });
    `,
    },
    {
      name: 'SIGKILL and SIGSTOP',
      files: js`
      process.on('SIGKILL', () => process.exit(0)); // ! uncatchable
      process.once('SIGSTOP', () => process.exit(0)); // ! uncatchable
    `,
    },
    {
      name: 'a misspelt name',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERN', () => server.close(() => process.exit(0))); // ! unknown
    `,
    },
    {
      name: 'SIGUSR1',
      files: ts`
      process.on('SIGUSR1', () => console.log('reload')); // ! reserved
    `,
    },
    {
      name: 'a constant of another module',
      files: {
        'src/main.js': `
        import { STOP } from './constants.js';
        process.on(STOP, () => process.exit(0)); // ! uncatchable
      `,
        'src/constants.js': `
        export const STOP = 'SIGKILL';
      `,
      },
    },
    {
      name: 'forEach over a constant array',
      files: js`
      import http from 'node:http';
      const SIGNALS = ['SIGINT', 'SIGTEM']; // ! unknown
      const server = http.createServer((req, res) => res.end()).listen(3000);
      SIGNALS.forEach((signal) => process.once(signal, () => server.close(() => process.exit(0))));
    `,
    },
    {
      name: 'a template without parts',
      files: {
        'src/main.js': 'process.prependListener(`SIGSTOP`, () => {}); // ! uncatchable\n',
      },
    },
    {
      name: 'a typo with an underscore',
      files: ts`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.on('SIG_TERM' as NodeJS.Signals, () => server.close(() => process.exit(0))); // ! unknown
    `,
    },
    {
      name: 'the parameter of a listener that is shared',
      files: js`
      const stop = (signal) => process.exit(signal === 'SIGINT' ? 130 : 0);
      process.on('SIGINT', stop).on('SIGKILL', stop); // ! uncatchable
    `,
    },
    {
      name: 'one name of an array',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      for (const signal of [
        'SIGINT',
        'SIGTERM',
        'SIGKILL', // ! uncatchable
      ]) process.on(signal, () => server.close(() => process.exit(0)));
    `,
    },
    {
      name: 'a name in lower case, CommonJS',
      files: cjs`
      const http = require('node:http');
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('sigterm', () => server.close(() => process.exit(0))); // ! unknown
    `,
    },
    {
      name: 'the options of a library',
      files: js`
      import http from 'node:http';
      import { createTerminus } from '@godaddy/terminus';
      const server = http.createServer((req, res) => res.end());
      createTerminus(server, { signals: ['SIGTERM', 'SIGKILL'] }); // ! uncatchable
      server.listen(3000);
    `,
    },
    {
      name: 'an imported process, destructured',
      files: js`
      import proc from 'node:process';
      const listen = (signal) => proc.addListener(signal, () => proc.exit(0));
      listen('SIGKILL'); // ! uncatchable
    `,
    },
    {
      name: 'a class field',
      files: ts`
      class App {
        readonly signal = 'SIGTREM'; // ! unknown
        start(): void { process.on(this.signal as NodeJS.Signals, () => process.exit(0)); }
      }
      new App().start();
    `,
    },
  ],
  silent: [
    {
      name: 'signals that exist',
      files: js`
      process.on('SIGTERM', () => process.exit(0));
      process.on('SIGINT', () => process.exit(0));
      process.on('SIGHUP', () => console.log('reload'));
      process.on('SIGUSR2', () => console.log('dump'));
      process.on('SIGWINCH', () => console.log('size'));
      process.on('SIGBREAK', () => process.exit(0));
      process.on('SIGQUIT', () => process.exit(0));
    `,
    },
    {
      name: 'sending a signal',
      files: js`
      import { spawn } from 'node:child_process';
      const child = spawn('sleep', ['10']);
      child.kill('SIGKILL');
      process.kill(child.pid, 'SIGUSR1');
    `,
    },
    {
      name: 'emitters of other things',
      files: js`
      import { EventEmitter } from 'node:events';
      const bus = new EventEmitter();
      bus.on('SIGKILL', () => console.log('killed'));
      bus.on('SIGTERN', () => console.log('bird'));
    `,
    },
    {
      name: 'the exit of a child',
      files: js`
      import { spawn } from 'node:child_process';
      spawn('sleep', ['10']).on('exit', (code, signal) => {
        if (signal === 'SIGKILL') console.log('out of memory');
      });
    `,
    },
    {
      name: 'a table of numbers',
      files: js`
      const numbers = { SIGKILL: 9, SIGTERM: 15 };
      process.on('SIGTERM', () => process.exit(128 + numbers.SIGTERM));
      console.log(numbers.SIGKILL);
    `,
    },
    {
      name: 'a list that is not listened for',
      files: js`
      export const FATAL = ['SIGKILL', 'SIGSTOP'];
      process.on('SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'a filtered list',
      files: js`
      import os from 'node:os';
      for (const signal of Object.keys(os.constants.signals).filter((name) => name !== 'SIGKILL' && name !== 'SIGSTOP')) {
        process.on(signal, () => process.exit(0));
      }
    `,
    },
    {
      name: 'a name from outside',
      files: js`
      process.on(process.env.STOP_SIGNAL ?? 'SIGTERM', () => process.exit(0));
    `,
    },
    {
      name: 'tests and browser code',
      files: {
        'tests/signal.test.js': `
        process.on('SIGKILL', () => {});
      `,
        'public/page.js': `
        document.body.addEventListener('SIGKILL', () => {});
      `,
      },
    },
    {
      name: 'removing a listener',
      files: js`
      process.off('SIGKILL', console.log);
      process.removeAllListeners('SIGTERN');
    `,
    },
    {
      name: 'real-time and platform signals of Linux',
      files: ts`
      process.on('SIGIO', () => console.log('io'));
      process.on('SIGPWR', () => process.exit(0));
      process.on('SIGPIPE', () => {});
    `,
    },
    {
      name: 'other events of the process',
      files: js`
      process.on('exit', () => console.log('bye'));
      process.on('message', console.log);
      process.on('uncaughtException', () => process.exit(1));
      process.on('SIGNATURE-CHECKED', () => {});
    `,
    },
  ],
});
