import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Version 2 serves by srvx, which closes on signals; version 1 only gives a handler for a server of Node.js. Read in `srvx/dist/_chunks/_plugins.mjs`. */
export const h3: Library = {
  name: 'h3',
  manual: 'https://h3.dev/guide/api/h3',
  verified: 'source',
  exports: {
    H3: { returns: 'H3', opens: true },
    createApp: { returns: 'H3', opens: true },
    createRouter: { returns: 'H3', opens: true },
    serve: {
      returns: 'srvx#Server',
      opens: true,
      starts: true,
      signals: {
        handles: ['SIGINT', 'SIGTERM'],
        if: { at: '1.gracefulShutdown', is: false, not: true },
        then: 'nothing',
        idempotent: true,
        deadline: 5000,
      },
    },
    ...each('eventHandler defineEventHandler lazyEventHandler', { returns: 0, calls: [{ at: 0, role: 'request', awaited: true }] }),
    toNodeListener: { returns: 0 },
  },
  types: {
    H3: {
      label: 'H3 app',
      kind: 'router',
      members: each('get post put patch delete head options all use', {
        returns: 'this',
        route: { path: 0, handlers: ['rest'] },
        calls: [{ at: 'rest', role: 'request', awaited: true }],
      }),
    },
  },
  examples: [
    {
      code: `import { H3, serve } from 'h3';

const app = new H3().get('/', () => 'ok');
const server = serve(app, { port: 3000, gracefulShutdown: false });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.close(); // close
  process.exit(0);
});
`,
      opens: ['srvx#Server'],
      live: true,
      notClosed: 'server.close();',
    },
  ],
};
