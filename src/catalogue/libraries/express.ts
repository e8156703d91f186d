import { each, routes } from '../members.js';
import type { Library, ThingType } from '../shape.js';

const handler = ['Request', 'Response', null];

function types(awaited: boolean): Readonly<Record<string, ThingType>> {
  const Router: ThingType = {
    label: 'router',
    kind: 'router',
    members: {
      ...routes(handler, awaited),
      route: { returns: 'this' },
      use: {
        returns: 'this',
        mounts: { path: 0, children: 'rest' },
        route: { path: 0, handlers: ['rest'], from: 1, passing: true },
        calls: [{ at: 'rest', role: 'request', awaited, parameters: handler }],
      },
      param: { returns: 'this', calls: [{ at: 1, role: 'request', awaited, parameters: handler }] },
    },
  };
  const Express: ThingType = {
    label: 'Express app',
    kind: 'router',
    extends: ['Router', 'node:events#EventEmitter'],
    members: {
      listen: { returns: 'node:http#Server', opens: true, starts: true, calls: [{ at: 'last', role: 'listening' }] },
      ...each('set enable disable engine', { returns: 'this' }),
    },
  };
  return {
    Router,
    Express,
    Application: Express,
    IRouter: Router,
    Request: { label: 'request', kind: 'value', extends: ['node:http#IncomingMessage'] },
    Response: { label: 'response', kind: 'value', extends: ['node:http#ServerResponse'] },
  };
}

const exports: Library['exports'] = {
  default: { returns: 'Express', opens: true },
  Router: { returns: 'Router', opens: true },
  ...each('json urlencoded raw text static', {}),
};
const common = {
  name: 'express',
  manual: 'https://expressjs.com/en/advanced/healthcheck-graceful-shutdown.html',
  verified: 'measured',
  exports,
} as const;
const example = (close: string): Library['examples'] => [
  {
    code: `import express from 'express';

const app = express();
app.get('/', (request, response) => response.send('ok'));
const server = app.listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  ${close} // close
  process.exit(0);
});
`,
    opens: ['node:http#Server'],
    live: true,
    notClosed: 'await server.close();',
  },
];

/** From 5 on a rejected promise of a handler becomes an error response. The app has no close: `listen()` gives the server. Read in `lib/application.js`. */
export const express: readonly Library[] = [
  { ...common, versions: '>=5', types: types(true), examples: example('await new Promise((resolve) => server.close(resolve));') },
  {
    ...common,
    versions: '<5',
    types: types(false),
    examples: example('await new Promise((resolve, reject) => server.close((error) => (error ? reject(error) : resolve())));'),
  },
];
