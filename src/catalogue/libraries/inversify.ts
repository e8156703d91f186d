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
    ContainerModule: { calls: [{ at: 0, role: 'now', parameters: ['Bind', null, null, 'Bind'] }] },
    inject: { injects: 0 },
    injectable: {},
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
        ...each('bind rebind', { returns: 'Binding', opens: true }),
        load: {},
      },
    },
    // What the function of a module is given: `bind` itself, or an object that has it.
    Bind: {
      label: 'bind',
      kind: 'helper',
      call: { returns: 'Binding', opens: true },
      members: { bind: { returns: 'Binding', opens: true } },
    },
    Binding: {
      label: 'binding',
      kind: 'helper',
      members: {
        to: { provides: { token: 0, bound: true, class: 0 }, returns: 'this' },
        toConstantValue: { provides: { token: 0, bound: true, value: 0 }, returns: 'this' },
        ...each('toDynamicValue toResolvedValue', { provides: { token: 0, bound: true, factory: 0 }, returns: 'this' }),
        toService: { provides: { token: 0, bound: true, alias: 0 } },
        toSelf: { returns: 'this' },
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
