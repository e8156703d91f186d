import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const couchbase: Library = {
  name: 'couchbase',
  manual: 'https://docs.couchbase.com/sdk-api/couchbase-node-client/classes/Cluster.html#close',
  verified: 'manual',
  exports: { connect: { resolves: 'Cluster', promise: true, opens: true, io: true } },
  types: {
    Cluster: {
      label: 'Couchbase cluster',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['1.timeouts.kvTimeout', '1.timeouts.queryTimeout'],
      members: { close: { promise: true, closes: { style: 'either', drains: false } }, bucket: { returns: 'Bucket' } },
    },
    Bucket: {
      label: 'Couchbase bucket',
      kind: 'database',
      anyCallIsIo: true,
      members: { ...each('scope collection defaultCollection', { returns: 'this' }) },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import couchbase from 'couchbase';

let cluster;
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await cluster?.close(); // close
  process.exit(0);
});
cluster = await couchbase.connect('couchbase://couchbase');
`,
      opens: ['node:http#Server', 'Cluster'],
      live: true,
      notClosed: 'cluster?.close();',
    },
  ],
};
