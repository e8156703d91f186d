import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('require-sigterm-listener', [
  {
    name: 'one of two servers, as a setting says',
    files: {
      'main.js': code`
        import http from 'node:http';
        import https from 'node:https';
        import { app } from './app.js';

        export function run(settings) {
          if (settings.secure) {
            https.createServer(settings.secure, app).listen(443);
          } else {
            http.createServer(app).listen(80);
          }
          console.log('up');
        }
        run({ secure: process.env.SECURE ? {} : undefined });
      `,
      'app.js': code`
        export const app = (request, response) => response.end();
      `,
    },
    suggestion: 'listen',
    after: code`
      import http from 'node:http';
      import https from 'node:https';
      import { app } from './app.js';

      export function run(settings) {
        let server;
        if (settings.secure) {
          server = https.createServer(settings.secure, app).listen(443);
        } else {
          server = http.createServer(app).listen(80);
        }

        let isShuttingDown = false;

        const shutdown = async (signal) => {
          if (isShuttingDown) return;
          isShuttingDown = true;
          console.log(\`\${signal} received, shutting down\`);
          setTimeout(() => process.exit(1), 10_000).unref();
          try {
            server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
            setInterval(() => server.closeIdleConnections(), 1_000).unref();
            setTimeout(() => server.closeAllConnections(), 8_000).unref();
            await new Promise((resolve, reject) => {
              server.close((error) => (error ? reject(error) : resolve()));
            });
            process.exit();
          } catch (error) {
            console.error(error);
            process.exit(1);
          }
        };

        process.on('SIGTERM', shutdown);
        process.on('SIGINT', shutdown);
        console.log('up');
      }
      run({ secure: process.env.SECURE ? {} : undefined });
    `,
  },
  {
    name: 'a field that TypeScript takes for one that may be undefined',
    files: {
      'main.ts': code`
        import http from 'node:http';

        class Api {
          private server?: http.Server;

          start(): void {
            this.server = http.createServer((_request, response) => response.end()).listen(3000);
          }
        }
        new Api().start();
      `,
    },
    suggestion: 'listen',
    after: code`
      import http from 'node:http';

      class Api {
        private server?: http.Server;

        start(): void {
          this.server = http.createServer((_request, response) => response.end()).listen(3000);

          const httpServer = this.server;
          let isShuttingDown = false;

          const shutdown = async (signal: NodeJS.Signals): Promise<void> => {
            if (isShuttingDown) return;
            isShuttingDown = true;
            console.log(\`\${signal} received, shutting down\`);
            setTimeout(() => process.exit(1), 10_000).unref();
            try {
              httpServer.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
              await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
              setInterval(() => httpServer.closeIdleConnections(), 1_000).unref();
              setTimeout(() => httpServer.closeAllConnections(), 8_000).unref();
              await new Promise<void>((resolve, reject) => {
                httpServer.close((error) => (error ? reject(error) : resolve()));
              });
              process.exit();
            } catch (error) {
              console.error(error);
              process.exit(1);
            }
          };

          process.on('SIGTERM', (signal) => void shutdown(signal));
          process.on('SIGINT', (signal) => void shutdown(signal));
        }
      }
      new Api().start();
    `,
  },
  {
    name: 'a listener for SIGINT in another file',
    files: {
      'main.js': code`
        import http from 'node:http';
        import './interrupt.js';

        const server = http.createServer((request, response) => response.end());
        server.listen(3000);
      `,
      'interrupt.js': code`
        process.on('SIGINT', () => process.exit(0));
      `,
    },
    suggestion: 'listen',
    after: code`
      import http from 'node:http';
      import './interrupt.js';

      const server = http.createServer((request, response) => response.end());
      server.listen(3000);

      let isShuttingDown = false;

      async function shutdown(signal) {
        if (isShuttingDown) return;
        isShuttingDown = true;
        console.log(\`\${signal} received, shutting down\`);
        setTimeout(() => process.exit(1), 10_000).unref();
        try {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server.closeAllConnections(), 8_000).unref();
          await new Promise((resolve, reject) => {
            server.close((error) => (error ? reject(error) : resolve()));
          });
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
    `,
  },
  {
    name: 'a listener for SIGINT in other quotes than most',
    files: {
      'main.js': code`
        import http from 'node:http';

        const server = http.createServer((request, response) => response.end('ok'));
        server.listen(3000);
        let isStopping = false;
        process.on("SIGINT", () => {
          if (isStopping) return;
          isStopping = true;
          server.close(() => process.exit(0));
        });
      `,
    },
    suggestion: 'extend',
    after: code`
      import http from 'node:http';

      const server = http.createServer((request, response) => response.end('ok'));
      server.listen(3000);
      let isStopping = false;
      const shutdown = () => {
        if (isStopping) return;
        isStopping = true;
        server.close(() => process.exit(0));
      };
      process.on("SIGINT", shutdown);
      process.on("SIGTERM", shutdown);
    `,
  },
]);
