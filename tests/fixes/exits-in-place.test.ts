import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-exit-before-close', [
  {
    name: 'a block without semicolons',
    files: {
      'main.js': code`
        import http from 'node:http'
        const server = http.createServer((request, response) => response.end()).listen(3000)
        process.once('SIGTERM', () => {
          if (process.uptime() > 1) {
            console.log('bye')
            process.exit(0)
          }
        })
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import http from 'node:http'
      const server = http.createServer((request, response) => response.end()).listen(3000)
      process.once('SIGTERM', async () => {
        if (process.uptime() > 1) {
          console.log('bye')
          try {
            server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'))
            await new Promise((resolve) => setTimeout(resolve, 1_000)) // until routers have noticed
            setInterval(() => server.closeIdleConnections(), 1_000).unref()
            setTimeout(() => server.closeAllConnections(), 8_000).unref()
            await new Promise((resolve, reject) => {
              server.close((error) => (error ? reject(error) : resolve()))
            })
            process.exit(0)
          } catch (error) {
            console.error(error)
            process.exit(1)
          }
        }
      })
    `,
  },
  {
    name: 'something that is closed already',
    files: {
      'main.js': code`
        import http from 'node:http';
        import pg from 'pg';
        const pool = new pg.Pool();
        const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
        process.once('SIGTERM', () => {
          pool.end().finally(() => process.exit(0));
        });
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import http from 'node:http';
      import pg from 'pg';
      const pool = new pg.Pool();
      const server = http.createServer((request, response) => pool.query('select 1').then(() => response.end())).listen(3000);
      process.once('SIGTERM', () => {
        pool.end().finally(async () => {
          try {
            server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
            setInterval(() => server.closeIdleConnections(), 1_000).unref();
            setTimeout(() => server.closeAllConnections(), 8_000).unref();
            await new Promise((resolve, reject) => {
              server.close((error) => (error ? reject(error) : resolve()));
            });
            process.exit(0);
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        });
      });
    `,
  },
]);

repairs('no-unawaited-close', [
  {
    name: 'a server that may not be there',
    files: {
      'main.js': code`
        import http from 'node:http';
        class Api {
          start() {
            this.server = http.createServer((request, response) => response.end()).listen(3000);
          }
          async stop() {
            await this.server?.close();
          }
        }
        const api = new Api();
        api.start();
        process.once('SIGTERM', () => api.stop().then(() => process.exit(0)));
      `,
    },
    suggestion: 'promise',
    after: code`
      import http from 'node:http';
      class Api {
        start() {
          this.server = http.createServer((request, response) => response.end()).listen(3000);
        }
        async stop() {
          await new Promise((resolve, reject) => {
            if (this.server) this.server.close((error) => (error ? reject(error) : resolve()));
            else resolve();
          });
        }
      }
      const api = new Api();
      api.start();
      process.once('SIGTERM', () => api.stop().then(() => process.exit(0)));
    `,
  },
]);

repairs('no-swallowed-crash', [
  {
    name: 'an exit that signals share',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end()).listen(3000);
        function shutdown(reason) {
          console.log(reason);
          server.close(() => process.exit(0));
        }
        process.once('SIGTERM', shutdown);
        process.on('uncaughtException', shutdown);
      `,
    },
    suggestion: 'fail',
    after: code`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end()).listen(3000);
      function shutdown(reason) {
        console.log(reason);
        server.close(() => process.exit());
      }
      process.once('SIGTERM', shutdown);
      process.on('uncaughtException', (error) => {
        process.exitCode = 1;
        shutdown(error);
      });
    `,
  },
]);

repairs('valid-signal', [
  {
    name: 'a list that has the other signal already',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((request, response) => response.end()).listen(3000);
        for (const signal of ['SIGUSR1', 'SIGUSR2', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)));
      `,
    },
    suggestion: 'omit',
    after: code`
      import http from 'node:http';
      const server = http.createServer((request, response) => response.end()).listen(3000);
      for (const signal of ['SIGUSR2', 'SIGTERM']) process.once(signal, () => server.close(() => process.exit(0)));
    `,
  },
]);

repairs('no-unclosed-resource', [
  {
    name: 'a server in a private field, beside what the class closes already',
    files: {
      'main.ts': code`
        import http from 'node:http';
        import pg from 'pg';

        class Pool {
          private metrics?: http.Server;
          private readonly database = new pg.Pool();

          start(): void {
            this.metrics = http.createServer((_request, response) => response.end()).listen(9090);
          }

          async close(): Promise<void> {
            await this.database.end();
          }
        }
        const pool = new Pool();
        pool.start();
        process.once('SIGTERM', () => {
          void pool.close();
        });
      `,
    },
    suggestion: 'close',
    after: code`
      import http from 'node:http';
      import pg from 'pg';

      class Pool {
        private metrics?: http.Server;
        private readonly database = new pg.Pool();

        start(): void {
          this.metrics = http.createServer((_request, response) => response.end()).listen(9090);
        }

        async close(): Promise<void> {
          this.metrics?.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => this.metrics?.closeIdleConnections(), 1_000).unref();
          setTimeout(() => this.metrics?.closeAllConnections(), 8_000).unref();
          await new Promise<void>((resolve, reject) => {
            if (this.metrics) this.metrics.close((error) => (error ? reject(error) : resolve()));
            else resolve();
          });
          await this.database.end();
        }
      }
      const pool = new Pool();
      pool.start();
      process.once('SIGTERM', () => {
        void pool.close();
      });
    `,
  },
]);
