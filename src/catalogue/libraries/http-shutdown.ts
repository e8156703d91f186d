import type { Library } from '../shape.js';

/** Gives `server` a `shutdown(callback)`, which waits, and a `forceShutdown(callback)` (see `node:http`); `extend()` gives every server `withShutdown()`. Read in `index.js`. */
export const httpShutdown: Library = {
  name: 'http-shutdown',
  manual: 'https://github.com/thedillonb/http-shutdown#readme',
  verified: 'source',
  sweeps: 'http-shutdown',
  exports: { default: { returns: 0, members: { extend: {} } }, extend: {} },
  examples: [
    {
      code: `import http from 'node:http';
import extend from 'http-shutdown';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
extend(server);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.shutdown(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.shutdown(); process.exit(0);',
    },
    {
      code: `import http from 'node:http';
import httpShutdown from 'http-shutdown';

httpShutdown.extend();

const server = http.createServer((request, response) => response.end('ok')).withShutdown();
server.listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.shutdown(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.shutdown(); process.exit(0);',
    },
  ],
};
