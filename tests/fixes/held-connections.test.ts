import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('require-connection-drain', [
  {
    name: 'a server that TypeScript takes for one of two kinds',
    files: {
      'main.ts': code`
        import { serve } from '@hono/node-server';
        const server = serve({ fetch: () => new Response('ok') });
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        });
      `,
    },
    suggestion: 'sweep',
    after: code`
      import { serve } from '@hono/node-server';
      const server = serve({ fetch: () => new Response('ok') });
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => {
          if ('closeIdleConnections' in server) server.closeIdleConnections();
        }, 1_000).unref();
        setTimeout(() => {
          if ('closeAllConnections' in server) server.closeAllConnections();
        }, 8_000).unref();
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
  },
  {
    name: 'one in a field, which may not be there yet',
    files: {
      'main.ts': code`
        import { serve, type ServerType } from '@hono/node-server';
        class Api {
          server?: ServerType;
          start() {
            this.server = serve({ fetch: () => new Response('ok') });
            process.once('SIGTERM', async () => {
              setTimeout(() => process.exit(1), 10_000).unref();
              this.server?.close();
            });
          }
        }
        new Api().start();
      `,
    },
    suggestion: 'sweep',
    after: code`
      import { serve, type ServerType } from '@hono/node-server';
      class Api {
        server?: ServerType;
        start() {
          this.server = serve({ fetch: () => new Response('ok') });
          process.once('SIGTERM', async () => {
            setTimeout(() => process.exit(1), 10_000).unref();
            this.server?.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
            await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
            setInterval(() => {
              if (this.server && 'closeIdleConnections' in this.server) this.server.closeIdleConnections();
            }, 1_000).unref();
            setTimeout(() => {
              if (this.server && 'closeAllConnections' in this.server) this.server.closeAllConnections();
            }, 8_000).unref();
            this.server?.close();
          });
        }
      }
      new Api().start();
    `,
  },
  {
    name: 'a listener that is an expression',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => server.close(() => process.exit(0)));
      `,
    },
    suggestion: 'sweep',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        server.close(() => process.exit(0));
      });
    `,
  },
  {
    name: 'in a promise',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await new Promise((resolve) => server.close(resolve));
          process.exit(0);
        });
      `,
    },
    suggestion: 'sweep',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        await new Promise((resolve) => server.close(resolve));
        process.exit(0);
      });
    `,
  },
  {
    name: 'promisified',
    files: {
      'main.js': code`
        import http from 'node:http';
        import { promisify } from 'node:util';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', async () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          await promisify(server.close.bind(server))();
          process.exit(0);
        });
      `,
    },
    suggestion: 'sweep',
    after: code`
      import http from 'node:http';
      import { promisify } from 'node:util';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        await promisify(server.close.bind(server))();
        process.exit(0);
      });
    `,
  },
  {
    name: 'a branch without braces',
    files: {
      'main.js': code`
        import http from 'node:http';
        let server;
        server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          if (server) server.close(() => process.exit(0));
        });
      `,
    },
    suggestion: 'sweep',
    after: code`
      import http from 'node:http';
      let server;
      server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        if (server) {
          server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server.closeAllConnections(), 8_000).unref();
          server.close(() => process.exit(0));
        }
      });
    `,
  },
]);
