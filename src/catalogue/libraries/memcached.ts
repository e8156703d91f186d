import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/memcached.js`. */
export const memcached: Library = {
  name: 'memcached',
  manual: 'https://github.com/3rd-Eden/memcached#public-methods',
  verified: 'source',
  exports: { default: { returns: 'Memcached', opens: true } },
  types: {
    Memcached: {
      label: 'Memcached client',
      kind: 'cache',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      timeouts: ['1.timeout'],
      events: { '*': { role: 'event' } },
      members: {
        end: { closes: { style: 'sync', drains: false } },
        ...each('get gets getMulti set add replace del touch incr decr stats version', {
          io: true,
          calls: [{ at: 'last', role: 'completion' }],
        }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Memcached from 'memcached';

const cache = new Memcached('memcached:11211');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  cache.end(); // close
  process.exit(0);
});
`,
      opens: ['Memcached', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
