import type { Library, Member } from '../shape.js';

const settled: Member = { promise: true, settledBy: 0, calls: [{ at: 0, role: 'now' }] };

/** Promises by another name. Measured with 3.7: `fromCallback` and `promisify` settle when the callback is called. */
export const bluebird: Library = {
  name: 'bluebird',
  manual: 'http://bluebirdjs.com/docs/api-reference.html',
  verified: 'measured',
  exports: {
    default: settled,
    Promise: settled,
    fromCallback: settled,
    fromNode: settled,
    all: { joins: 'all', promise: true },
    allSettled: { joins: 'allSettled', promise: true },
    race: { joins: 'race', promise: true },
    any: { joins: 'any', promise: true },
    resolve: { resolves: 0, promise: true },
    reject: { promise: true },
    delay: { timer: 'once', promise: true },
    promisify: { promisifies: 0 },
    config: {},
  },
  examples: [
    {
      code: `import http from 'node:http';
import Bluebird from 'bluebird';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await Bluebird.fromCallback((done) => server.close(done)); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'Bluebird.fromCallback((done) => server.close(done));',
    },
  ],
};
