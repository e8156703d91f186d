import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('no-exit-before-close', [
  {
    name: 'a server that nothing names',
    files: {
      'main.js': code`
        import express from 'express';
        const app = express();
        app.listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          console.log('bye');
          process.exit(0);
        });
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import express from 'express';
      const app = express();
      const server = app.listen(3000);
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        console.log('bye');
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
    `,
  },
  {
    name: 'in one line, CommonJS',
    files: {
      'src/main.cjs': code`
        const express = require('express');
        const app = express();
        app.listen(process.env.PORT, () => {
          console.log('up');
        });
        process.once('SIGTERM', () => { setTimeout(() => process.exit(1), 10_000).unref(); process.exit(0); });
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      const express = require('express');
      const app = express();
      const server = app.listen(process.env.PORT, () => {
        console.log('up');
      });
      process.once('SIGTERM', async () => { setTimeout(() => process.exit(1), 10_000).unref(); try {
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
      } });
    `,
  },
  {
    name: 'a server of another function',
    files: {
      'main.js': code`
        import express from 'express';
        async function main() {
          const app = express();
          const server = app.listen(3000);
        }
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          console.log('bye');
          process.exit(0);
        });
        main();
      `,
    },
    suggestion: 'closeFirst',
    after: code`
      import express from 'express';
      let server;

      async function main() {
        const app = express();
        server = app.listen(3000);
      }
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        console.log('bye');
        try {
          server?.prependListener('request', (_request, response) => response.setHeader('Connection', 'close'));
          await new Promise((resolve) => setTimeout(resolve, 1_000)); // until routers have noticed
          setInterval(() => server?.closeIdleConnections(), 1_000).unref();
          setTimeout(() => server?.closeAllConnections(), 8_000).unref();
          if (server) {
            await new Promise((resolve, reject) => {
              server.close((error) => (error ? reject(error) : resolve()));
            });
          }
          process.exit(0);
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      });
      main();
    `,
  },
  {
    name: 'a close that is under way',
    files: {
      'main.js': code`
        import express from 'express';
        const server = express().listen(3000);
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          server.close();
          process.exit(0);
        });
      `,
    },
    suggestion: 'awaitClose',
    after: code`
      import express from 'express';
      const server = express().listen(3000);
      process.once('SIGTERM', () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        server.close(() => process.exit(0));
      });
    `,
  },
  {
    name: 'closes of an array',
    files: {
      'main.js': code`
        import { Worker } from 'bullmq';
        const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          workers.forEach((worker) => worker.close());
          process.exit(0);
        });
      `,
    },
    suggestion: 'awaitClose',
    after: code`
      import { Worker } from 'bullmq';
      const workers = [new Worker('a', async () => {}), new Worker('b', async () => {})];
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await Promise.all(workers.map((worker) => worker.close()));
        process.exit(0);
      });
    `,
  },
  {
    name: 'a close in a helper',
    files: {
      'main.js': code`
        import http from 'node:http';
        const server = http.createServer((req, res) => res.end()).listen(3000);
        function stop() {
          server.close();
        }
        process.once('SIGTERM', () => {
          setTimeout(() => process.exit(1), 10_000).unref();
          stop();
          process.exit(0);
        });
      `,
    },
    suggestion: 'awaitClose',
    after: code`
      import http from 'node:http';
      const server = http.createServer((req, res) => res.end()).listen(3000);
      async function stop() {
        await new Promise((resolve, reject) => {
          server.close((error) => (error ? reject(error) : resolve()));
        });
      }
      process.once('SIGTERM', async () => {
        setTimeout(() => process.exit(1), 10_000).unref();
        await stop();
        process.exit(0);
      });
    `,
  },
]);
