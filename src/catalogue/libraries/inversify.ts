import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `unbindAll()` runs the deactivation handlers; `unbindAllAsync()` waits for them. From its declarations. */
export const inversify: Library = {
  name: 'inversify',
  manual: 'https://inversify.io/docs/fundamentals/lifecycle/deactivation/',
  verified: 'manual',
  answers: 'inversify',
  exports: {
    Container: { returns: 'Container', opens: true },
    ...each('injectable inject ContainerModule', {}),
    preDestroy: { decorates: 'shutdown' },
    postConstruct: { decorates: 'startup' },
  },
  types: {
    Container: {
      label: 'container',
      kind: 'helper',
      members: {
        get: { instanceOf: 0 },
        getAsync: { instanceOf: 0 },
        ...each('unbindAllAsync', { promise: true, closes: { style: 'promise', drains: true } }),
        unbindAll: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('bind rebind load', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Container } from 'inversify';

const container = new Container();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await container.unbindAllAsync(); // close
  process.exit(0);
});
`,
      opens: ['Container', 'node:http#Server'],
      live: true,
      notClosed: 'container.unbindAllAsync();',
    },
  ],
};
