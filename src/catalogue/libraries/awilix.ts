import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `dispose()` calls the disposers of the singletons and waits for them. From its declarations. */
export const awilix: Library = {
  name: 'awilix',
  manual: 'https://github.com/jeffijoe/awilix#disposing',
  verified: 'manual',
  exports: {
    createContainer: { returns: 'Container', opens: true },
    ...each('asClass asFunction asValue', { returns: 'Resolver', opens: false }),
    aliasTo: {},
    InjectionMode: {},
  },
  types: {
    Container: {
      label: 'container',
      kind: 'helper',
      members: {
        dispose: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('register loadModules createScope', { returns: 'this' }),
        resolve: {},
        build: { instanceOf: 0 },
        cradle: {},
      },
    },
    Resolver: {
      label: 'resolver',
      kind: 'value',
      members: {
        ...each('singleton scoped transient inject classic proxy', { returns: 'this' }),
        disposer: { returns: 'this', calls: [{ at: 0, role: 'shutdown', awaited: true }] },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { asFunction, createContainer } from 'awilix';
import { Pool } from 'pg';

const container = createContainer();
const pool = new Pool();
container.register({ pool: asFunction(() => pool).singleton().disposer(() => pool.end()) });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await container.dispose(); // close
  process.exit(0);
});
`,
      opens: ['Container', 'pg#Pool', 'node:http#Server'],
      live: true,
      notClosed: 'container.dispose();',
    },
  ],
};
