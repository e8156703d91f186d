import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Destroys itself and exits with 0 on signals, unless `stopOnSignals: false`. Read in `dist` of 3.4 and 4.7. */
export const hocuspocus: Library = {
  name: '@hocuspocus/server',
  manual: 'https://tiptap.dev/docs/hocuspocus/server/methods',
  verified: 'source',
  exports: {
    ...each('Server Hocuspocus', {
      returns: 'Server',
      opens: true,
      signals: { handles: ['SIGINT', 'SIGQUIT', 'SIGTERM'], if: { at: '0.stopOnSignals', is: false, not: true }, then: 'exit' },
      calls: [
        { at: '0.onConnect', role: 'connection', awaited: true },
        { at: '0.onStoreDocument', role: 'message', awaited: true },
        { at: '0.onLoadDocument', role: 'message', awaited: true },
        { at: '0.onDestroy', role: 'shutdown', awaited: true },
      ],
    }),
  },
  types: {
    Server: {
      label: 'Hocuspocus server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        listen: { promise: true, starts: true },
        destroy: { promise: true, closes: { style: 'promise', drains: true } },
        closeConnections: {},
      },
    },
  },
  examples: [
    {
      code: `import { Server } from '@hocuspocus/server';

const server = new Server({ port: 3000, stopOnSignals: false });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.destroy(); // close
  process.exit(0);
});
await server.listen();
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.destroy();',
    },
  ],
};
