import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const kysely: Library = {
  name: 'kysely',
  manual: 'https://kysely-org.github.io/kysely-apidoc/classes/Kysely.html#destroy',
  verified: 'manual',
  exports: {
    Kysely: { returns: 'Kysely', opens: true, owns: ['0.dialect'] },
    ...each('PostgresDialect MysqlDialect', { returns: 'Dialect', opens: true, owns: ['0.pool'] }),
    SqliteDialect: { returns: 'Dialect', opens: true, owns: ['0.database'] },
    ...each('MssqlDialect CamelCasePlugin Migrator', {}),
    sql: {},
  },
  types: {
    Kysely: {
      label: 'Kysely pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        ...each('destroy @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
        ...each('withPlugin withSchema', { returns: 'this' }),
        ...each('schema fn dynamic introspection', {}),
        transaction: {},
      },
    },
    Dialect: { label: 'dialect', kind: 'value' },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

const db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool() }) });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await db.destroy(); // close
  process.exit(0);
});
`,
      opens: ['pg#Pool', 'Kysely', 'node:http#Server'],
      live: true,
      notClosed: 'db.destroy();',
    },
  ],
};
