import { js, table, ts } from './table.js';

table('require-connection-drain', {
  at: /^[\w.#]+\.close\(/u,
  reports: [
    {
      name: 'a log and a comment that speak of connections',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      // Waits for open connections.
      process.once('SIGTERM', () => {
        server.close(() => { // ! held
          console.log('Closed existing connections.');
          process.exit(0);
        });
      });
    `,
    },
    {
      name: 'a plain server',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0)); // ! held
      });
    `,
    },
    {
      name: 'a class',
      files: ts`
      import { createServer } from 'node:http';
      class App {
        readonly #server = createServer((req, res) => res.end());
        start(): void {
          this.#server.listen(3000);
          process.on('SIGTERM', () => this.stop());
        }
        private stop(): void {
          this.#server.close(() => process.exit(0)); // ! held
        }
      }
      new App().start();
    `,
    },
    {
      name: 'a helper of another module',
      files: {
        'src/main.js': `
        import https from 'node:https';
        import { stop } from './stop.js';
        const server = https.createServer({}, (req, res) => res.end()).listen(3000);
        process.on('SIGTERM', () => stop(server));
      `,
        'src/stop.js': `
        export function stop(server) {
          server.close(() => process.exit(0)); // ! held
        }
      `,
      },
    },
    {
      name: 'a server with a deadline only',
      files: js`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end());
      server.listen(3000);
      process.on('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => process.exit(0)); // ! held
      });
    `,
    },
    {
      name: 'HTTP/2',
      files: ts`
      import http2 from 'node:http2';
      const server = http2.createSecureServer({}, (req, res) => { res.end(); });
      server.listen(3000);
      process.on('SIGTERM', () => {
        server.close(() => process.exit(0)); // ! held
      });
    `,
    },
    {
      name: 'two signals',
      files: js`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      const stop = () => {
        console.log('stopping');
        server.close((error) => process.exit(error ? 1 : 0)); // ! held
      };
      process.on('SIGINT', stop);
      process.on('SIGTERM', stop);
    `,
    },
    {
      name: 'a once listener that counts',
      files: js`
      import { createServer } from 'node:http';
      const server = createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        console.log('draining');
        server.close((error) => { // ! held
          console.log('drained');
          process.exit(error ? 1 : 0);
        });
      });
    `,
    },
    {
      name: 'a server that is passed on',
      files: ts`
      import { createServer, type Server } from 'node:http';
      function stopOn(signal: NodeJS.Signals, server: Server): void {
        process.on(signal, () => {
          server.close(() => process.exit(0)); // ! held
        });
      }
      stopOn('SIGTERM', createServer((req, res) => res.end()).listen(3000));
    `,
    },
  ],
});
