import type { Library, Member } from '../shape.js';

const request: Member = { promise: true, io: { timeout: ['1.signal', '1.timeout'] } };

/** No time-out by default; `timeout` is an option of version 2. From its documentation. */
export const nodeFetch: Library = {
  name: 'node-fetch',
  modules: ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'node-fetch-native', 'isomorphic-unfetch'],
  manual: 'https://github.com/node-fetch/node-fetch#request-cancellation-with-abortsignal',
  verified: 'manual',
  exports: { default: request, fetch: request },
  examples: [
    {
      code: `import fetch from 'node-fetch';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  response.end(await (await fetch('http://inventory/items', { signal: AbortSignal.timeout(500) })).text());
}).listen(3000);

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
