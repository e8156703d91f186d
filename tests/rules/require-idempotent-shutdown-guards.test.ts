/** What remembers that a shutdown has begun, and what only looks like it. */
import { js, table, ts } from './table.js';

table('require-idempotent-shutdown', {
  at: /^process\.on\(/u,
  reports: [
    {
      name: 'a guard of something else that the shutdown stops',
      files: {
        'src/main.ts': `
        import { createServer } from 'node:http';
        import { beat } from './beat';
        const server = createServer((req, res) => res.end()).listen(3000);
        function stop(reason: string): void {
          console.log(reason);
          beat.stop();
          server.close(() => process.exit(0));
          setTimeout(() => process.exit(1), 10_000);
        }
        process.on('SIGINT', () => stop('SIGINT')); // ! repeated
        process.on('SIGTERM', () => stop('SIGTERM'));
      `,
        'src/beat.ts': `
        import { connect } from 'node:net';
        const socket = connect(4000);
        let timer: NodeJS.Timeout | undefined = setInterval(() => console.log('beat'), 1000);
        export const beat = {
          stop(): void {
            if (timer) {
              clearInterval(timer);
              timer = undefined;
            }
            socket.removeAllListeners();
          },
        };
      `,
      },
    },
  ],
  silent: [
    {
      name: 'a guard in a wrapper of another module, whatever it is called',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { guarded } from './guarded.js';
        const server = http.createServer((req, res) => res.end('ok')).listen(3000);
        const close = guarded(() => {
          server.close(() => process.exit());
        });
        process.on('SIGTERM', () => {
          console.log('SIGTERM');
          close();
        });
        process.on('SIGINT', () => close());
      `,
        'src/guarded.js': `
        export function guarded(fn) {
          let called = false;
          return (...args) => {
            if (called) return;
            called = true;
            fn(...args);
          };
        }
      `,
      },
    },
    {
      name: 'a helper that tells the first from the second',
      files: {
        'src/main.js': `
        import http from 'node:http';
        import { begin } from './state.js';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          const isFirst = begin();
          if (!isFirst) return;
          server.close(() => process.exit(0));
        });
      `,
        'src/state.js': `
        let hasBegun = false;
        export function begin() {
          if (hasBegun) return false;
          hasBegun = true;
          return true;
        }
      `,
      },
    },
    {
      name: 'a flag behind two functions of another module',
      files: {
        'src/main.cjs': `
        const http = require('node:http');
        const state = require('./state.cjs');
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => {
          if (state.isStopping()) return;
          state.markStopping();
          server.close(() => process.exit(0));
        });
      `,
        'src/state.cjs': `
        let stopping = false;
        exports.isStopping = () => stopping;
        exports.markStopping = () => { stopping = true; };
      `,
      },
    },
    {
      name: 'a state that a method sets',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        private state = 'running';
        private readonly server = createServer((req, res) => res.end()).listen(3000);
        stop(): void {
          if (this.state !== 'running') return;
          this.enter('stopping');
          this.server.close(() => process.exit(0));
        }
        private enter(state: string): void { this.state = state; }
      }
      const app = new App();
      process.on('SIGTERM', () => app.stop());
    `,
    },
    {
      name: 'a helper that throws the second time',
      files: js`
      import http from 'node:http';
      let stopping = false;
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function assertFirst() {
        if (stopping) throw new Error('is stopping already');
        stopping = true;
      }
      process.on('SIGTERM', () => {
        assertFirst();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a helper that takes the listeners away',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      function ignoreSignals() {
        process.removeAllListeners('SIGTERM');
      }
      process.on('SIGTERM', () => {
        ignoreSignals();
        server.close(() => process.exit(0));
      });
    `,
    },
    {
      name: 'a callback that only writes to the log that it is closed',
      files: ts`
      import { WebSocketServer } from 'ws';
      const sockets = new WebSocketServer({ port: 3000 });
      process.on('SIGTERM', () => {
        sockets.close(() => {
          console.log('closed', new Date().toISOString());
        });
      });
    `,
    },
  ],
});
