import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `teardown()` calls each service, then closes the server of `listen()`. Read in `lib/index.js` of the transports. */
export const feathers: Library = {
  name: '@feathersjs/feathers',
  modules: ['@feathersjs/feathers', '@feathersjs/express', '@feathersjs/koa'],
  manual: 'https://feathersjs.com/api/application.html#teardownserver',
  verified: 'source',
  answers: 'feathers',
  exports: {
    feathers: { returns: 'Application', opens: true },
    koa: { returns: 0 },
    default: { returns: 0 },
    ...each('rest json urlencoded errorHandler authenticate bodyParser', {}),
  },
  types: {
    Application: {
      label: 'Feathers app',
      kind: 'server',
      phase: 'stop-accepting',
      extends: ['express#Express'],
      members: {
        listen: { promise: true, starts: true, resolves: 'node:http#Server', owns: ['this'], attaches: ['this'] },
        server: { is: 'node:http#Server' },
        teardown: { promise: true, closes: { style: 'promise', drains: true } },
        setup: { promise: true },
        ...each('configure hooks', { returns: 'this', calls: [{ at: 0, role: 'now', parameters: ['this'] }] }),
        service: {},
        ...each('set get', {}),
      },
    },
  },
  examples: [
    {
      code: `import express from '@feathersjs/express';
import { feathers } from '@feathersjs/feathers';

const app = express(feathers());

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.teardown(); // close
  process.exit(0);
});
await app.listen(3030);
`,
      opens: [],
      live: true,
      notClosed: 'app.teardown();',
    },
  ],
};
