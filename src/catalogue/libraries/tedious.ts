import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/connection.js`: `close()` gives nothing; the `end` event tells the end. */
export const tedious: Library = {
  name: 'tedious',
  manual: 'https://tediousjs.github.io/tedious/api-connection.html#function_close',
  verified: 'source',
  exports: { Connection: { returns: 'Connection', opens: true }, ...each('Request TYPES', {}) },
  types: {
    Connection: {
      label: 'database connection',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.options.requestTimeout'],
      extends: ['node:events#EventEmitter'],
      members: {
        close: { closes: { style: 'detached', drains: false, event: 'end' } },
        connect: { io: true, calls: [{ at: 0, role: 'completion' }] },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { once } from 'node:events';
import { Connection } from 'tedious';

const connection = new Connection({ server: 'mssql' });
connection.connect();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  connection.close(); // close
  await once(connection, 'end');
  process.exit(0);
});
`,
      opens: ['Connection', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
