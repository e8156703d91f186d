import type { Library } from '../shape.js';

/** Read in `lib/Client.js`; requests end after `requestTimeout`, 30 s by default. */
export const opensearch: Library = {
  name: '@opensearch-project/opensearch',
  manual: 'https://docs.opensearch.org/latest/clients/javascript/index',
  verified: 'source',
  exports: { Client: { returns: 'Client', opens: true }, errors: {} },
  types: {
    Client: {
      label: 'OpenSearch client',
      kind: 'database',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      timeouts: ['0.requestTimeout'],
      members: { close: { promise: true, closes: { style: 'either', drains: false } }, child: { returns: 'this' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Client } from '@opensearch-project/opensearch';

const search = new Client({ node: 'https://opensearch:9200' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await search.close(); // close
  process.exit(0);
});
`,
      opens: ['Client', 'node:http#Server'],
      live: true,
      notClosed: 'search.close();',
    },
  ],
};
