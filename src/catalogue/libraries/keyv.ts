import type { Library } from '../shape.js';

/** `disconnect()` closes the store behind it; the memory store needs none. From its declarations. */
export const keyv: Library = {
  name: 'keyv',
  manual: 'https://keyv.org/docs/keyv/#disconnect',
  verified: 'manual',
  exports: { default: { returns: 'Keyv', opens: true }, Keyv: { returns: 'Keyv', opens: true } },
  types: {
    Keyv: {
      label: 'Keyv store',
      kind: 'cache',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      members: { disconnect: { promise: true, closes: { style: 'promise', drains: false } } },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Keyv from 'keyv';

const cache = new Keyv('redis://redis');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await cache.disconnect(); // close
  process.exit(0);
});
`,
      opens: ['Keyv', 'node:http#Server'],
      live: true,
      notClosed: 'cache.disconnect();',
    },
  ],
};
