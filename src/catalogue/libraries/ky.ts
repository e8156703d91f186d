import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const request: Member = { promise: true, io: { timeout: ['1.timeout', '1.signal'] } };
const requests = { ...each('get post put patch delete head', request), ...each('create extend', { returns: 'Ky', opens: true }) };

/** Ends requests after 10 s by default. From its documentation. */
export const ky: Library = {
  name: 'ky',
  manual: 'https://github.com/sindresorhus/ky#timeout',
  verified: 'manual',
  exports: { default: { ...request, members: requests } },
  types: {
    Ky: { label: 'HTTP client', kind: 'client', timeouts: ['0.timeout'], call: request, members: requests },
  },
  examples: [
    {
      code: `import ky from 'ky';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  response.end(await ky('http://inventory/items', { timeout: 500 }).text());
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
