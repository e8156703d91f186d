import type { Library } from '../shape.js';

/** Read in `index.js`: answers 503 while draining, exits by itself; without NODE_ENV=production at once, with 1. */
export const expressGracefulShutdown: Library = {
  name: 'express-graceful-shutdown',
  manual: 'https://github.com/serby/express-graceful-shutdown#readme',
  verified: 'source',
  exports: { default: { signals: { handles: ['SIGTERM'], then: 'exit', deadline: '1.forceTimeout', closes: 0 } } },
  examples: [
    {
      code: `import express from 'express';
import gracefulShutdown from 'express-graceful-shutdown';
import http from 'node:http';

const app = express();
const server = http.createServer(app);
app.use(gracefulShutdown(server, { forceTimeout: 8000 })); // close
server.listen(3000);
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
