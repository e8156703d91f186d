import { each } from '../members.js';
import type { Callback, Library, Member } from '../shape.js';

const parameters = ['Request', 'Response', null] as const;
const handlers: Callback = { at: 'rest', from: 0, role: 'request', parameters };
const route: Member = { returns: 'this', route: { path: 0, handlers: ['rest'], from: 1 }, calls: [{ ...handlers, from: 1 }] };
const methods = each('get post put patch delete head options all copy lock merge purge report search', route);

/** lib/application.js: `listen` gives a node http.Server; the app itself has no close. */
export const express: Library = {
  name: 'express',
  manual: 'https://expressjs.com/en/advanced/healthcheck-graceful-shutdown.html',
  verified: 'source',
  exports: {
    default: { returns: 'App', opens: true },
    Router: { returns: 'Router', opens: true },
    ...each('json urlencoded static raw text', { returns: 'Middleware' }),
  },
  types: {
    App: {
      label: 'Express app', kind: 'router', extends: ['Router'],
      members: { listen: { returns: 'node:http#Server', opens: true, starts: true, calls: [{ at: 'last', role: 'listening' }] }, locals: {}, set: { returns: 'this' }, enable: {}, disable: {} },
    },
    Application: { label: 'Express app', kind: 'router', extends: ['App'] },
    Express: { label: 'Express app', kind: 'router', extends: ['App'] },
    Router: {
      label: 'router', kind: 'router',
      members: { ...methods, use: { returns: 'this', mounts: { path: 0, children: 'rest' }, calls: [handlers] }, param: { calls: [{ at: 1, role: 'request', parameters }] }, route: { returns: 'Route', opens: true } },
    },
    Route: { label: 'route', kind: 'router', members: each('get post put patch delete head options all', { returns: 'this', route: { handlers: ['rest'], from: 0 }, calls: [handlers] }) },
    Request: { label: 'request', kind: 'value', extends: ['node:http#IncomingMessage'] },
    Response: { label: 'response', kind: 'value', extends: ['node:http#ServerResponse'], members: each('status send json sendStatus render redirect set header type', { returns: 'this' }) },
    Middleware: { label: 'middleware', kind: 'value' },
  },
  examples: [{
    code: `import express from 'express';

const app = express();
app.get('/', (request, response) => response.send('ok'));
const server = app.listen(3000);

process.on('SIGTERM', () => {
  server.close(() => process.exit(0)); // close
});
`,
    opens: ['node:http#Server'], live: true, notClosed: 'server.close(); process.exit(0);',
  }],
};
