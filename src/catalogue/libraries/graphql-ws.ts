import type { Library } from '../shape.js';

/** From its declarations: `dispose()` closes every client, then the WebSocket server. */
export const graphqlWs: Library = {
  name: 'graphql-ws',
  modules: ['graphql-ws', 'graphql-ws/*'],
  manual: 'https://the-guild.dev/graphql/ws/docs/interfaces/common.Disposable',
  verified: 'manual',
  exports: {
    useServer: { returns: 'Disposable', opens: true, owns: [1] },
    createClient: { returns: 'Client', opens: true },
    makeServer: {},
  },
  types: {
    Disposable: {
      label: 'GraphQL WebSocket handler',
      kind: 'helper',
      phase: 'stop-accepting',
      members: { dispose: { promise: true, closes: { style: 'promise', drains: true } } },
    },
    Client: {
      label: 'GraphQL WebSocket client',
      kind: 'client',
      phase: 'close-dependencies',
      members: { dispose: { closes: { style: 'sync', drains: false } }, subscribe: {}, on: {} },
    },
  },
  examples: [
    {
      code: `import { useServer } from 'graphql-ws/use/ws';
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 4000 });
const graphql = useServer({ schema: {} }, server);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await graphql.dispose(); // close
  process.exit(0);
});
`,
      opens: ['ws#WebSocketServer', 'Disposable'],
      live: true,
      notClosed: 'graphql.dispose();',
    },
  ],
};
