import type { Library } from '../shape.js';

/** The app has no close: `listen()` gives the server. Measured; read in `lib/application.js`. */
export const koa: Library = {
  name: 'koa',
  manual: 'https://koajs.com/#app-listen-',
  verified: 'measured',
  exports: { default: { returns: 'Koa', opens: true } },
  types: {
    Koa: {
      label: 'Koa app',
      kind: 'router',
      extends: ['node:events#EventEmitter'],
      members: {
        use: {
          returns: 'this',
          mounts: { children: 'rest' },
          calls: [{ at: 'rest', role: 'request', awaited: true, parameters: ['Context', null] }],
        },
        listen: { returns: 'node:http#Server', opens: true, starts: true, calls: [{ at: 'last', role: 'listening' }] },
        callback: { returns: 'this' },
      },
    },
    Context: {
      label: 'context',
      kind: 'value',
      members: { req: { is: 'node:http#IncomingMessage' }, res: { is: 'node:http#ServerResponse' } },
    },
  },
  examples: [
    {
      code: `import Koa from 'koa';

const app = new Koa();
app.use(async (context) => {
  context.body = 'ok';
});
const server = app.listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve)); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
