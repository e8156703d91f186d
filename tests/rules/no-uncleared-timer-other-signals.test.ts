/** Timers that the shutdown for one signal clears, while that for SIGTERM lets the process end by itself. */
import { js, table } from './table.js';

table('no-uncleared-timer', {
  at: /setInterval/u,
  reports: [
    {
      name: 'a timer that SIGINT clears',
      says: [
        'The shutdown on SIGTERM does not clear the timer `timer`, as that on another signal does, so it keeps the process alive and goes on working while the service shuts down.',
      ],
      files: js`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end('ok')).listen(3000);
        const timer = setInterval(() => fetch('http://cache/'), 1000); // ! left
        process.once('SIGINT', () => {
          clearInterval(timer);
          server.close();
        });
        process.once('SIGTERM', () => {
          server.close();
        });
      `,
    },
    {
      name: 'a timer of a class that SIGINT stops',
      files: js`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end('ok')).listen(3000);
        class Poller {
          start() {
            this.timer = setInterval(() => fetch('http://cache/'), 1000); // ! left
          }
          stop() {
            clearInterval(this.timer);
          }
        }
        const poller = new Poller();
        poller.start();
        process.once('SIGINT', () => {
          poller.stop();
          server.close();
        });
        process.once('SIGTERM', terminate);
        function terminate() {
          server.close();
        }
      `,
    },
    {
      name: 'a timer of another module',
      files: {
        'src/poller.js': `
          let timer;
          export function start() {
            timer = setInterval(() => fetch('http://cache/'), 1000); // ! left
          }
          export function stop() {
            clearInterval(timer);
          }
        `,
        'src/main.js': `
          import http from 'node:http';
          import { start, stop } from './poller.js';
          const server = http.createServer((request, response) => response.end('ok')).listen(3000);
          start();
          process.once('SIGINT', () => {
            stop();
            server.close();
          });
          process.once('SIGTERM', () => server.close());
        `,
      },
    },
  ],
  silent: [
    ...[
      `process.once('SIGINT', stop);\nprocess.once('SIGTERM', stop);`,
      `process.once('SIGINT', stop);\nprocess.once('SIGTERM', () => process.emit('SIGINT'));`,
      `process.once('SIGINT', stop);\nprocess.once('SIGTERM', () => process.kill(process.pid, 'SIGINT'));`,
      `process.once('SIGINT', stop);\nprocess.once('SIGTERM', () => server.close(() => process.exit(0)));`,
      `process.once('SIGINT', stop);\nserver.on('close', () => clearInterval(timer));\nprocess.once('SIGTERM', () => server.close());`,
      `process.once('SIGINT', stop);\nprocess.once('SIGTERM', () => server.close(stop));`,
      `const abort = new AbortController();
       abort.signal.addEventListener('abort', () => clearInterval(timer));
       process.once('SIGINT', stop);
       process.once('SIGTERM', () => { abort.abort(); server.close(); });`,
    ].map((text) => ({
      name: text,
      files: {
        'src/main.js': `
          import http from 'node:http';
          const server = http.createServer((request, response) => response.end('ok')).listen(3000);
          const timer = setInterval(() => fetch('http://cache/'), 1000);
          function stop() {
            clearInterval(timer);
            server.close();
          }
          ${text}
        `,
      },
    })),
  ],
});
