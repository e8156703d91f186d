import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const request: Member = { promise: true, io: { timeout: ['1.timeout', '0.timeout', '1.signal', '1.timeout.request'] } };
const requests = { ...each('get post put patch delete head', request), extend: { returns: 'Got', opens: true } };

/** No time-out by default. From its documentation. */
export const got: Library = {
  name: 'got',
  manual: 'https://github.com/sindresorhus/got/blob/main/documentation/6-timeout.md',
  verified: 'manual',
  exports: { default: { ...request, members: requests }, got: { ...request, members: requests } },
  types: {
    Got: { label: 'HTTP client', kind: 'client', timeouts: ['0.timeout'], call: request, members: requests },
  },
  examples: [
    {
      code: `import got from 'got';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  response.end(await got('http://inventory/items', { timeout: { request: 500 } }).text());
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
