import type { Library } from '../shape.js';

/** Gives `server` a `kill(callback)` (see `node:http`), which cuts every connection. Read in `index.js`. */
export const killable: Library = {
  name: 'killable',
  manual: 'https://github.com/marten-de-vries/killable#readme',
  verified: 'source',
  exports: { default: { returns: 0 } },
  examples: [
    {
      code: `import http from 'node:http';
import extend from 'killable';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
extend(server);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
  setTimeout(() => server.kill(), 8000).unref();
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
