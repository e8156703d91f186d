import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations; requests end after `request_timeout`, 30 s by default. */
export const clickhouse: Library = {
  name: '@clickhouse/client',
  manual: 'https://clickhouse.com/docs/integrations/javascript#closing-the-client',
  verified: 'manual',
  exports: { createClient: { returns: 'ClickHouseClient', opens: true } },
  types: {
    ClickHouseClient: {
      label: 'ClickHouse client',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['0.request_timeout'],
      members: each('close @@asyncDispose', { promise: true, closes: { style: 'promise', drains: false } }),
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { createClient } from '@clickhouse/client';

const clickhouse = createClient();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await clickhouse.close(); // close
  process.exit(0);
});
`,
      opens: ['ClickHouseClient', 'node:http#Server'],
      live: true,
      notClosed: 'clickhouse.close();',
    },
  ],
};
