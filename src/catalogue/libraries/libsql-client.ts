import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib-esm`: what it holds depends on the URL - a file, requests, a WebSocket -, so that it may need no close. `close()` cuts what runs and waits for nothing. */
export const libsqlClient: Library = {
  name: '@libsql/client',
  modules: ['@libsql/client', '@libsql/client/*'],
  manual: 'https://docs.turso.tech/sdk/ts/reference',
  verified: 'source',
  exports: { createClient: { returns: 'Client', opens: true }, LibsqlError: {} },
  types: {
    Client: {
      label: 'libSQL client',
      kind: 'database',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      members: {
        close: { closes: { style: 'sync', drains: false } },
        ...each('closed protocol', {}),
      },
    },
  },
  examples: [
    {
      code: `import { createClient } from '@libsql/client';
import http from 'node:http';

const client = createClient({ url: 'libsql://shop.turso.io' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  client.close(); // close
  process.exit(0);
});
`,
      opens: ['Client', 'node:http#Server'],
      live: true,
    },
  ],
};
