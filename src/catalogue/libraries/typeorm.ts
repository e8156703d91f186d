import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations; `createConnection` and `getConnection` are those of versions before 0.3. */
export const typeorm: Library = {
  name: 'typeorm',
  manual: 'https://typeorm.io/docs/data-source/data-source',
  verified: 'manual',
  exports: {
    DataSource: { returns: 'DataSource', opens: true },
    Connection: { returns: 'DataSource', opens: true },
    ...each('createConnection createConnections', { resolves: 'DataSource', promise: true, opens: true, io: true }),
    getConnection: { returns: 'DataSource', opens: false },
    ...each('getRepository getMongoRepository getCustomRepository', { returns: 'Repository', opens: false }),
    getManager: { returns: 'EntityManager', opens: false },
    ...each(
      'Entity Column PrimaryGeneratedColumn PrimaryColumn OneToMany ManyToOne OneToOne ManyToMany JoinColumn Index In Not Like IsNull',
      {},
    ),
  },
  types: {
    DataSource: {
      label: 'TypeORM data source',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      lazy: true,
      timeouts: ['0.extra.query_timeout', '0.extra.statement_timeout'],
      members: {
        ...each('destroy close', { promise: true, closes: { style: 'promise', drains: false } }),
        ...each('initialize connect', { resolves: 'this', promise: true, io: true }),
        query: { promise: true, io: true },
        ...each('isInitialized isConnected options', {}),
        transaction: { promise: true, io: true, calls: [{ at: 'last', role: 'now', awaited: true, parameters: ['EntityManager'] }] },
        ...each('runMigrations synchronize showMigrations', { promise: true, io: true }),
        ...each('getRepository getTreeRepository getMongoRepository', { returns: 'Repository' }),
        manager: { is: 'EntityManager' },
        ...each('createQueryBuilder createQueryRunner', { returns: 'EntityManager' }),
      },
    },
    Repository: {
      label: 'repository',
      kind: 'database',
      anyCallIsIo: true,
      members: { ...each('create merge', {}), ...each('metadata target', {}), manager: { is: 'EntityManager' } },
    },
    EntityManager: {
      label: 'entity manager',
      kind: 'database',
      anyCallIsIo: true,
      members: { create: {}, getRepository: { returns: 'Repository' }, connection: { is: 'DataSource' }, release: { promise: true } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { DataSource } from 'typeorm';

const source = new DataSource({ type: 'postgres' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await source.destroy(); // close
  process.exit(0);
});
await source.initialize();
`,
      opens: ['DataSource', 'node:http#Server'],
      live: true,
      notClosed: 'source.destroy();',
    },
  ],
};
