import type { Library } from '../shape.js';

/** Read in `index.js`: exits with 128 + the signal's number; `asyncExitHook` waits for its hooks, `wait` ms at most; `exitHook` runs synchronous code only. */
export const exitHook: Library = {
  name: 'exit-hook',
  manual: 'https://github.com/sindresorhus/exit-hook#api',
  verified: 'source',
  exports: {
    default: {
      signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true },
      calls: [{ at: 0, role: 'shutdown', awaited: false }],
    },
    asyncExitHook: {
      signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true, deadline: '1.wait' },
      calls: [{ at: 0, role: 'shutdown', awaited: true }],
    },
    gracefulExit: { exits: 'signal' },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { asyncExitHook } from 'exit-hook';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
asyncExitHook(async () => {
  await new Promise((resolve) => server.close(resolve)); // close
}, { wait: 8000 });
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
