import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `dist/index.js`: handlers run in the order of their dependencies and are waited for. */
export const nodeGracefulShutdown: Library = {
  name: 'node-graceful-shutdown',
  manual: 'https://github.com/grantila/node-graceful-shutdown#readme',
  verified: 'source',
  exports: {
    ...each('onShutdown onModuleShutdown', {
      signals: { handles: ['SIGTERM', 'SIGINT', 'SIGHUP'], then: 'exit', idempotent: true },
      calls: [{ at: 'last', role: 'shutdown', awaited: true }],
    }),
    newHandler: {},
  },
  examples: [
    {
      code: `import http from 'node:http';
import { onShutdown } from 'node-graceful-shutdown';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
onShutdown('http', async () => {
  await new Promise((resolve) => server.close(resolve)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
