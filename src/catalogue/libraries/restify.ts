import { each, routes } from '../members.js';
import type { Library, Member } from '../shape.js';

const handler = ['node:http#IncomingMessage', 'node:http#ServerResponse', null];
const middleware: Member = { returns: 'this', calls: [{ at: 'rest', role: 'request', parameters: handler }] };

/** `close()` gives no promise. Read in `lib/server.js`. */
export const restify: Library = {
  name: 'restify',
  manual: 'http://restify.com/docs/server-api/#close',
  verified: 'source',
  exports: { createServer: { returns: 'Server', opens: true }, plugins: {} },
  types: {
    Server: {
      label: 'restify server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        ...routes(handler, true, 'get post put patch del head opts'),
        ...each('use pre', middleware),
        listen: { starts: true, calls: [{ at: 'last', role: 'listening' }] },
        close: { closes: { style: 'callback', drains: true } },
        server: { is: 'node:http#Server' },
      },
      events: {
        uncaughtException: { role: 'error-request', parameters: handler },
        after: { role: 'request', parameters: handler },
        error: { role: 'startup-error' },
        listening: { role: 'listening' },
        '*': { role: 'event' },
      },
    },
  },
  examples: [
    {
      code: `import restify from 'restify';

const server = restify.createServer();
server.get('/', (request, response, next) => {
  response.send('ok');
  next();
});
server.listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
