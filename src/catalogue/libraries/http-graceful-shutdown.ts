import type { Library } from '../shape.js';

/** Measured; read in `lib/index.js`: `timeout` is 30,000 ms by default; exits (`forceExit`), with 1 at a second signal. The function that it gives does the same by hand. */
export const httpGracefulShutdown: Library = {
  name: 'http-graceful-shutdown',
  manual: 'https://github.com/sebhildebrandt/http-graceful-shutdown#options',
  verified: 'measured',
  exports: {
    default: {
      returns: 'Shutdown',
      opens: false,
      owns: [0],
      signals: {
        handles: ['SIGINT', 'SIGTERM'],
        from: '1.signals',
        then: 'exit',
        idempotent: true,
        deadline: 30_000,
        deadlineAt: '1.timeout',
        closes: 0,
      },
      calls: [
        { at: '1.preShutdown', role: 'shutdown', awaited: true },
        { at: '1.onShutdown', role: 'shutdown', awaited: true, drained: true },
        { at: '1.finally', role: 'shutdown', drained: true },
      ],
    },
  },
  types: {
    Shutdown: {
      label: 'shutdown',
      kind: 'helper',
      call: { promise: true, closes: { style: 'promise', drains: true, deadline: 30_000, idempotent: true } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import gracefulShutdown from 'http-graceful-shutdown';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
gracefulShutdown(server, { timeout: 8000 }); // close
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
