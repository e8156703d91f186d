import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations: closing ends every session. */
export const neo4jDriver: Library = {
  name: 'neo4j-driver',
  manual: 'https://neo4j.com/docs/javascript-manual/current/connect/',
  verified: 'manual',
  exports: { driver: { returns: 'Driver', opens: true }, ...each('auth types int', {}) },
  types: {
    Driver: {
      label: 'Neo4j driver',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      timeouts: ['2.connectionAcquisitionTimeout'],
      members: {
        ...each('close @@asyncDispose', { promise: true, closes: { style: 'promise', drains: false } }),
        session: { returns: 'Session' },
      },
    },
    Session: {
      label: 'Neo4j session',
      kind: 'database',
      anyCallIsIo: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: false } },
        ...each('executeRead executeWrite readTransaction writeTransaction', {
          promise: true,
          io: true,
          calls: [{ at: 0, role: 'now', awaited: true }],
        }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import neo4j from 'neo4j-driver';

const driver = neo4j.driver('neo4j://neo4j', neo4j.auth.basic('neo4j', 'secret'));
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await driver.close(); // close
  process.exit(0);
});
`,
      opens: ['Driver', 'node:http#Server'],
      live: true,
      notClosed: 'driver.close();',
    },
  ],
};
