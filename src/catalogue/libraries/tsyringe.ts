import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `dispose()` calls the dispose() of what it has made and waits for it. From its declarations. */
export const tsyringe: Library = {
  name: 'tsyringe',
  manual: 'https://github.com/microsoft/tsyringe#disposable-instances',
  verified: 'manual',
  exports: { container: { is: 'Container' }, ...each('injectable singleton inject autoInjectable registry scoped', {}) },
  types: {
    Container: {
      label: 'container',
      kind: 'helper',
      members: {
        resolve: { instanceOf: 0 },
        dispose: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('register registerSingleton registerInstance', { returns: 'this' }),
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
