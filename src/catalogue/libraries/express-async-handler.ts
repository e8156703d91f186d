import type { Library } from '../shape.js';

/** Gives the handler back, with its rejection passed to `next`. Read in `index.js`. */
export const expressAsyncHandler: Library = {
  name: 'express-async-handler',
  modules: ['express-async-handler', 'express-async-wrap'],
  manual: 'https://github.com/Abazhenov/express-async-handler#readme',
  verified: 'source',
  exports: {
    default: { returns: 0, calls: [{ at: 0, role: 'request', awaited: true, parameters: ['express#Request', 'express#Response', null] }] },
  },
  examples: [
    {
      code: `import express from 'express';
import asyncHandler from 'express-async-handler';

const app = express();
app.get('/', asyncHandler(async (request, response) => response.send('ok')));
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
