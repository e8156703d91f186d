import type { Library } from '../shape.js';

/** A probe handler; `healthy` and `test` are asked each time. Read in `index.js`. */
export const expressHealthcheck: Library = {
  name: 'express-healthcheck',
  manual: 'https://github.com/lennym/express-healthcheck#readme',
  verified: 'source',
  exports: {
    default: {
      calls: [
        { at: '0.healthy', role: 'probe' },
        { at: '0.test', role: 'probe', done: 0 },
      ],
    },
  },
  examples: [
    {
      code: `import express from 'express';
import healthcheck from 'express-healthcheck';

const app = express();
app.use('/healthz', healthcheck());
const server = app.listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
