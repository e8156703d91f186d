import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The standalone adapter gives a server of Node.js. From its declarations. */
export const trpcServer: Library = {
  name: '@trpc/server',
  modules: ['@trpc/server', '@trpc/server/*'],
  manual: 'https://trpc.io/docs/server/adapters/standalone',
  verified: 'manual',
  answers: 'trpc',
  exports: {
    createHTTPServer: { returns: 'node:http#Server', opens: true },
    createHTTPHandler: {},
    applyWSSHandler: { returns: 'Handler', opens: true, attaches: ['0.wss'] },
    initTRPC: { is: 'Builder' },
    ...each('createExpressMiddleware fastifyTRPCPlugin fetchRequestHandler TRPCError', {}),
  },
  types: {
    Handler: { label: 'tRPC WebSocket handler', kind: 'helper', members: { broadcastReconnectNotification: {} } },
    Builder: {
      label: 'tRPC',
      kind: 'value',
      members: {
        ...each('context meta create', { returns: 'this' }),
        procedure: { is: 'Builder' },
        ...each('input output use', { returns: 'this', calls: [{ at: 0, role: 'request', awaited: true }] }),
        ...each('query mutation subscription', { calls: [{ at: 0, role: 'request', awaited: true }] }),
        router: {},
        middleware: { calls: [{ at: 0, role: 'request', awaited: true }] },
      },
    },
  },
  examples: [
    {
      code: `import { initTRPC } from '@trpc/server';
import { createHTTPServer } from '@trpc/server/adapters/standalone';

const t = initTRPC.create();
const server = createHTTPServer({ router: t.router({ ok: t.procedure.query(() => true) }) });
server.listen(3000);

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
