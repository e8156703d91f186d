import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const verb = (method: string): Member => ({ route: { method, path: 0, handlers: [] }, decorates: 'request' });
const configures: Member = { returns: 'this', calls: [{ at: 0, role: 'startup', parameters: ['express#Express'] }] };

/** `build()` gives the Express app, which listens for no signal; controllers are found by their decorators. From its declarations. */
export const inversifyExpressUtils: Library = {
  name: 'inversify-express-utils',
  manual: 'https://github.com/inversify/inversify-express-utils#readme',
  verified: 'manual',
  answers: 'inversify-express',
  exports: {
    InversifyExpressServer: { returns: 'InversifyExpressServer', opens: true },
    controller: { mounts: { path: 0, children: 'rest' } },
    httpGet: verb('get'),
    httpPost: verb('post'),
    httpPut: verb('put'),
    httpPatch: verb('patch'),
    httpDelete: verb('delete'),
    httpHead: verb('head'),
    all: verb('*'),
    ...each('request response requestParam queryParam requestBody requestHeaders cookies next principal withMiddleware', {}),
  },
  types: {
    InversifyExpressServer: {
      label: 'Inversify server',
      kind: 'helper',
      members: { setConfig: configures, setErrorConfig: configures, build: { returns: 'express#Express', opens: true } },
    },
  },
  examples: [
    {
      code: `import { Container } from 'inversify';
import { InversifyExpressServer } from 'inversify-express-utils';

const container = new Container();
const app = new InversifyExpressServer(container).build();
const server = app.listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve)); // close
  await container.unbindAllAsync();
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close();',
    },
  ],
};
