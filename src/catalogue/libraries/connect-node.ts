import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Only gives a handler for a server of Node.js. From its declarations. */
export const connectNode: Library = {
  name: '@connectrpc/connect-node',
  manual: 'https://connectrpc.com/docs/node/server-plugins',
  verified: 'manual',
  exports: { connectNodeAdapter: {}, ...each('createGrpcTransport createConnectTransport createGrpcWebTransport', {}) },
  examples: [
    {
      code: `import http2 from 'node:http2';
import { connectNodeAdapter } from '@connectrpc/connect-node';

const server = http2.createServer(connectNodeAdapter({ routes: () => {} })).listen(8080);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http2#Http2Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
