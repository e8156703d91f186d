import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations; `MikroORM.init` is asynchronous until version 6. */
export const mikroOrm: Library = {
  name: '@mikro-orm/core',
  modules: [
    '@mikro-orm/core',
    '@mikro-orm/postgresql',
    '@mikro-orm/mysql',
    '@mikro-orm/mariadb',
    '@mikro-orm/mongodb',
    '@mikro-orm/sqlite',
    '@mikro-orm/better-sqlite',
    '@mikro-orm/mssql',
  ],
  manual: 'https://mikro-orm.io/docs/quick-start#closing-the-connection',
  verified: 'manual',
  exports: {
    MikroORM: {
      returns: 'MikroORM',
      opens: true,
      members: { init: { resolves: 'MikroORM', promise: true, opens: true, io: true }, initSync: { returns: 'MikroORM', opens: true } },
    },
    ...each('Entity Property PrimaryKey ManyToOne OneToMany', {}),
    RequestContext: { members: { create: { calls: [{ at: 1, role: 'now' }] } } },
  },
  types: {
    MikroORM: {
      label: 'MikroORM',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: false, idempotent: true } },
        ...each('connect reconnect', { promise: true, io: true }),
        isConnected: { promise: true, io: true },
        em: { is: 'EntityManager' },
        ...each('schema migrator seeder', { is: 'EntityManager' }),
        ...each('getSchemaGenerator getMigrator', { returns: 'EntityManager' }),
      },
    },
    EntityManager: {
      label: 'entity manager',
      kind: 'database',
      anyCallIsIo: true,
      members: { ...each('fork getRepository', { returns: 'this' }), ...each('create assign persist remove clear', { returns: 'this' }) },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { MikroORM } from '@mikro-orm/core';

let orm;
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await orm?.close(); // close
  process.exit(0);
});
orm = await MikroORM.init({ dbName: 'shop' });
`,
      opens: ['node:http#Server', 'MikroORM'],
      live: true,
      notClosed: 'orm?.close();',
    },
  ],
};
