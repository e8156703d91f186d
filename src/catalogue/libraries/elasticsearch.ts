import type { Library } from '../shape.js';

/** From its declarations: a promise; no deadline of its own, but every request ends after `requestTimeout`, 30 s by default. */
export const elasticsearch: Library = {
  name: '@elastic/elasticsearch',
  manual: 'https://www.elastic.co/docs/reference/elasticsearch/clients/javascript/basic-config',
  verified: 'manual',
  versions: '>=7',
  exports: { Client: { returns: 'Client', opens: true }, errors: {} },
  types: {
    Client: {
      label: 'Elasticsearch client',
      kind: 'database',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      timeouts: ['0.requestTimeout'],
      members: { close: { promise: true, closes: { style: 'promise', drains: false } }, child: { returns: 'this' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Client } from '@elastic/elasticsearch';

const search = new Client({ node: 'http://elasticsearch:9200' });
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
