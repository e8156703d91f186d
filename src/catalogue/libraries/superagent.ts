import { each } from '../members.js';
import type { Library } from '../shape.js';

const requests = each('get post put patch delete head', { returns: 'Request', opens: false, io: true });

/** No time-out by default; it is set by a call in the chain. From its documentation. */
export const superagent: Library = {
  name: 'superagent',
  manual: 'https://ladjs.github.io/superagent/#timeouts',
  verified: 'manual',
  exports: { default: { returns: 'Request', opens: false, members: requests }, ...requests },
  types: {
    Request: {
      label: 'HTTP request',
      kind: 'client',
      members: {
        ...each('set query send type accept auth retry buffer redirects attach field', { returns: 'this' }),
        timeout: { returns: 'this' },
        then: { promise: true, io: true, calls: [{ at: 0, role: 'settled' }] },
        end: { io: true, calls: [{ at: 0, role: 'completion' }] },
      },
    },
  },
  examples: [
    {
      code: `import superagent from 'superagent';
import http from 'node:http';

const server = http.createServer(async (request, response) => {
  response.end((await superagent.get('http://inventory/items').timeout(500)).text);
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
