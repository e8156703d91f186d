import { routes } from '../members.js';
import type { Library } from '../shape.js';

/** The app has no close: `app.server` is the server. Read in `index.js`. */
export const polka: Library = {
  name: 'polka',
  manual: 'https://github.com/lukeed/polka#listen',
  verified: 'source',
  exports: { default: { returns: 'Polka', opens: true } },
  types: {
    Polka: {
      label: 'Polka app',
      kind: 'server',
      members: {
        ...routes(['node:http#IncomingMessage', 'node:http#ServerResponse', null], false),
        use: {
          returns: 'this',
          mounts: { path: 0, children: 'rest' },
          calls: [{ at: 'rest', role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse', null] }],
        },
        listen: { returns: 'this', starts: true, calls: [{ at: 'last', role: 'listening' }] },
        server: { is: 'node:http#Server' },
        handler: {},
      },
    },
  },
  examples: [
    {
      code: `import polka from 'polka';

const app = polka();
app.get('/', (request, response) => response.end('ok'));
app.listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  app.server.close(() => process.exit(0)); // close
});
`,
      opens: [],
      live: true,
      notClosed: 'app.server.close(); process.exit(0);',
    },
  ],
};
