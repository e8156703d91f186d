import type { Library } from '../shape.js';

/** Read in `index.js`: hooks with a parameter end with the callback; forced after 10,000 ms. */
export const asyncExitHook: Library = {
  name: 'async-exit-hook',
  manual: 'https://github.com/Tapppi/async-exit-hook#usage',
  verified: 'source',
  exports: {
    default: {
      signals: { handles: ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGBREAK'], then: 'exit', idempotent: true, deadline: 10_000 },
      calls: [{ at: 0, role: 'shutdown', done: 0 }],
      members: {
        uncaughtExceptionHandler: { calls: [{ at: 0, role: 'fatal', done: 1 }] },
        unhandledRejectionHandler: { calls: [{ at: 0, role: 'fatal', done: 1 }] },
        forceExitTimeout: {},
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import exitHook from 'async-exit-hook';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
exitHook((done) => {
  server.close(done); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); done();',
    },
  ],
};
