import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/dialects/abstract/connection-manager.js`: `close()` drains the pool, then ends it. */
export const sequelize: Library = {
  name: 'sequelize',
  modules: ['sequelize', '@sequelize/core', 'sequelize-typescript'],
  manual: 'https://sequelize.org/docs/v6/getting-started/#closing-the-connection',
  verified: 'source',
  exports: {
    default: { returns: 'Sequelize', opens: true },
    Sequelize: { returns: 'Sequelize', opens: true },
    Model: {},
    DataTypes: {},
    Op: {},
    QueryTypes: {},
  },
  types: {
    Sequelize: {
      label: 'Sequelize pool',
      kind: 'database',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      timeouts: [
        '0.dialectOptions.statement_timeout',
        '0.dialectOptions.query_timeout',
        '3.dialectOptions.statement_timeout',
        '1.dialectOptions.statement_timeout',
      ],
      members: {
        close: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        ...each('authenticate sync drop truncate', { promise: true, io: true }),
        query: { promise: true, io: true },
        transaction: { promise: true, io: true, calls: [{ at: 'last', role: 'now', awaited: true }] },
        ...each('define model', { returns: 'Model' }),
        ...each('addModels literal fn col where isDefined', {}),
        connectionManager: { is: 'Connections' },
        models: {},
      },
    },
    Connections: {
      label: 'Sequelize pool',
      kind: 'database',
      members: { close: { promise: true, closes: { style: 'promise', drains: true } } },
    },
    Model: {
      label: 'model',
      kind: 'database',
      anyCallIsIo: true,
      call: { returns: 'Model', opens: false },
      members: {
        ...each('build belongsTo hasMany hasOne belongsToMany addHook beforeCreate afterCreate addScope toJSON get set', {}),
        scope: { returns: 'this' },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Sequelize } from 'sequelize';

const sequelize = new Sequelize('postgres://postgres/shop');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await sequelize.close(); // close
  process.exit(0);
});
`,
      opens: ['Sequelize', 'node:http#Server'],
      live: true,
      notClosed: 'sequelize.close();',
    },
  ],
};
