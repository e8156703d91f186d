import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/client.js`. */
export const cassandraDriver: Library = {
  name: 'cassandra-driver',
  manual: 'https://docs.datastax.com/en/developer/nodejs-driver/latest/api/class.Client/#shutdown',
  verified: 'source',
  exports: { Client: { returns: 'Client', opens: true }, ...each('auth types mapping policies', {}) },
  types: {
    Client: {
      label: 'Cassandra client',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.socketOptions.readTimeout'],
      members: { shutdown: { promise: true, closes: { style: 'either', drains: false } }, connect: { promise: true, io: true } },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Client } from 'cassandra-driver';

const cassandra = new Client({ contactPoints: ['cassandra'], localDataCenter: 'eu' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await cassandra.shutdown(); // close
  process.exit(0);
});
`,
      opens: ['Client', 'node:http#Server'],
      live: true,
      notClosed: 'cassandra.shutdown();',
    },
  ],
};
