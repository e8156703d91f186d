import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-forced-close', [
  {
    name: 'by the style of the graceful close',
    files: {
      'main.js': code`
        import grpc from '@grpc/grpc-js';
        const server = new grpc.Server();
        server.bindAsync('0.0.0.0:1', grpc.ServerCredentials.createInsecure(), () => {});
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.forceShutdown();
          process.exit(0);
        });
      `,
    },
    suggestion: 'gentle',
    after: code`
      import grpc from '@grpc/grpc-js';
      const server = new grpc.Server();
      server.bindAsync('0.0.0.0:1', grpc.ServerCredentials.createInsecure(), () => {});
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await new Promise((resolve, reject) => {
          server.tryShutdown((error) => (error ? reject(error) : resolve()));
        });
        process.exit(0);
      });
    `,
  },
  {
    name: 'beside the graceful close',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.closeAllConnections();
          server.close(() => process.exit(0));
        });
      `,
    },
    suggestion: 'postpone',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
        server.close(() => process.exit(0));
      });
    `,
  },
  {
    name: 'after the graceful close, where nothing can wait any more',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close(() => process.exit(0));
          server.closeAllConnections();
        });
      `,
    },
    suggestion: 'postpone',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => process.exit(0));
        server.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
        setInterval(() => server.closeIdleConnections(), 1_000).unref();
        setTimeout(() => server.closeAllConnections(), 8_000).unref();
      });
    `,
  },
]);
