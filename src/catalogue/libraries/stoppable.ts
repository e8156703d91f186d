import type { Library } from '../shape.js';

/** Measured; read in `lib/stoppable.js`: gives `server` a `stop(callback)` (see `node:http`), which ends idle sockets and cuts the rest after the time in argument 1, never by default. */
export const stoppable: Library = {
  name: 'stoppable',
  manual: 'https://github.com/hunterloftis/stoppable#usage',
  verified: 'measured',
  sweeps: 'stoppable',
  exports: { default: { returns: 0, bounds: 1 } },
  examples: [
    {
      code: `import http from 'node:http';
import stoppable from 'stoppable';

const server = stoppable(http.createServer((request, response) => response.end('ok')), 8000);
server.listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.stop(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.stop(); process.exit(0);',
    },
  ],
};
