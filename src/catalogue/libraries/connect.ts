import type { Library } from '../shape.js';

/** `listen()` gives the server. Read in `index.js`. */
export const connect: Library = {
  name: 'connect',
  manual: 'https://github.com/senchalabs/connect#applisten',
  verified: 'source',
  exports: { default: { returns: 'Connect', opens: true } },
  types: {
    Connect: {
      label: 'Connect app',
      kind: 'router',
      extends: ['node:events#EventEmitter'],
      members: {
        use: {
          returns: 'this',
          mounts: { path: 0, children: 'rest' },
          route: { path: 0, handlers: ['rest'], from: 1, passing: true },
          calls: [{ at: 'rest', role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse', null] }],
        },
        listen: { returns: 'node:http#Server', opens: true, starts: true, calls: [{ at: 'last', role: 'listening' }] },
      },
    },
  },
  examples: [
    {
      code: `import connect from 'connect';

const app = connect();
app.use((request, response) => response.end('ok'));
const server = app.listen(3000);

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
