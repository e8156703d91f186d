import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `dispose()` calls the dispose() of what it has made and waits for it. From its declarations. */
export const tsyringe: Library = {
  name: 'tsyringe',
  manual: 'https://github.com/microsoft/tsyringe#disposable-instances',
  verified: 'manual',
  exports: { container: { is: 'Container' }, inject: { injects: 0 }, ...each('injectable singleton autoInjectable registry scoped', {}) },
  providers: { token: 'token', class: 'useClass', value: 'useValue', factory: 'useFactory', alias: 'useToken' },
  types: {
    Container: {
      label: 'container',
      kind: 'helper',
      members: {
        resolve: { instanceOf: 0 },
        dispose: { promise: true, closes: { style: 'promise', drains: true } },
        register: {
          returns: 'this',
          provides: { token: 0, class: '1.useClass', value: '1.useValue', factory: '1.useFactory', alias: '1.useToken' },
        },
        registerSingleton: { returns: 'this', provides: { token: 0, class: 1 } },
        registerInstance: { returns: 'this', provides: { token: 0, value: 1 } },
        createChildContainer: { returns: 'this' },
        ...each('clearInstances reset isRegistered', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import 'reflect-metadata';
import { container } from 'tsyringe';

container.register('clock', { useValue: Date });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await container.dispose(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'container.dispose();',
    },
  ],
};
