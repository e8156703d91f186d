import { code } from './applying.js';
import { repairs } from './repairing.js';

repairs('require-sigterm-listener', [
  {
    name: 'a server that is exported',
    files: {
      'main.js': code`
        import express from 'express';
        const app = express();
        export default app.listen(3000);
      `,
    },
    suggestion: 'listen',
    after: code`
      import express from 'express';
      const app = express();
      const server = app.listen(3000);

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
      process.on('SIGINT', shutdown);

      export default server;
    `,
  },
  {
    name: 'a connection beside it, which the required module is',
    files: {
      'main.js': code`
        const express = require('express');
        const mongoose = require('mongoose');
        mongoose.connect(process.env.MONGODB_URI);
        express().listen(3000);
      `,
    },
    suggestion: 'listen',
    after: code`
      const express = require('express');
      const mongoose = require('mongoose');
      mongoose.connect(process.env.MONGODB_URI);
      const server = express().listen(3000);

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
          await mongoose.disconnect();
          process.exit();
        } catch (error) {
          console.error(error);
          process.exit(1);
        }
      }

      process.on('SIGTERM', shutdown);
      process.on('SIGINT', shutdown);
    `,
  },
]);
