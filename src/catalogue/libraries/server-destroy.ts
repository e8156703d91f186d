import type { Library } from '../shape.js';

/** Gives `server` a `destroy(callback)` (see `node:http`), which cuts every connection. Read in `index.js`. */
export const serverDestroy: Library = {
  name: 'server-destroy',
  manual: 'https://github.com/isaacs/server-destroy#readme',
  verified: 'source',
  exports: { default: { returns: 0 } },
  examples: [
    {
      code: `import http from 'node:http';
import extend from 'server-destroy';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
extend(server);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
  setTimeout(() => server.destroy(), 8000).unref();
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
