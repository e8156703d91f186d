import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `close()` clears the timer of its expiry check, which does not hold the process: it is unreferenced. Read in `lib/node_cache.js`. */
export const nodeCache: Library = {
  name: 'node-cache',
  manual: 'https://github.com/node-cache/node-cache#close',
  verified: 'source',
  exports: { default: { returns: 'NodeCache', opens: true } },
  types: {
    NodeCache: {
      label: 'memory cache',
      kind: 'cache',
      members: {
        close: { closes: { style: 'sync', drains: false } },
        ...each('get set mget mset del take ttl has keys getStats flushAll', {}),
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import NodeCache from 'node-cache';

const cache = new NodeCache({ stdTTL: 60 });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  cache.close(); // close
  process.exit(0);
});
`,
      opens: ['NodeCache', 'node:http#Server'],
      live: true,
    },
  ],
};
