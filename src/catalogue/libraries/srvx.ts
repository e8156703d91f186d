import type { Library } from '../shape.js';

/** Measured: closes on signals, by force after 5 s, unless `gracefulShutdown: false`; never exits: what else is open keeps the process. */
export const srvx: Library = {
  name: 'srvx',
  manual: 'https://srvx.h3.dev/guide/server#serverclose',
  verified: 'measured',
  exports: {
    serve: {
      returns: 'Server',
      opens: true,
      starts: true,
      signals: {
        handles: ['SIGINT', 'SIGTERM'],
        if: { at: '0.gracefulShutdown', is: false, not: true },
        then: 'nothing',
        idempotent: true,
        deadline: 5000,
      },
      calls: [{ at: '0.fetch', role: 'request', awaited: true }],
    },
  },
  types: {
    Server: {
      label: 'HTTP server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: true, forced: { at: 0, is: true } } },
        ready: { promise: true, resolves: 'this' },
        node: {},
      },
    },
  },
  examples: [
    {
      code: `import { serve } from 'srvx';

const server = serve({ port: 3000, gracefulShutdown: false, fetch: () => new Response('ok') });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.close(); // close
  process.exit(0);
});
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.close();',
    },
  ],
};
