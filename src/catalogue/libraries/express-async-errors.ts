import type { Library } from '../shape.js';

/** Importing it makes Express 4 wait for the promises of handlers. Read in `index.js`. */
export const expressAsyncErrors: Library = {
  name: 'express-async-errors',
  manual: 'https://github.com/davidbanham/express-async-errors#readme',
  verified: 'source',
  exports: {},
  examples: [
    {
      code: `import 'express-async-errors';
import express from 'express';

const app = express();
app.get('/', async (request, response) => response.send('ok'));
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
