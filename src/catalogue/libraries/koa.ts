import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const listen: Member = { returns: 'node:http#Server', opens: true, starts: true, calls: [{ at: 'last', role: 'listening' }] };

/** lib/application.js: `listen` gives a node http.Server. */
export const koa: Library = {
  name: 'koa',
  manual: 'https://github.com/koajs/koa/blob/master/docs/api/index.md#applisten',
  verified: 'measured',
  exports: { default: { returns: 'App', opens: true } },
  types: {
    App: { label: 'Koa app', kind: 'router', members: { listen, use: { returns: 'this', mounts: { children: 'rest' }, calls: [{ at: 'rest', role: 'request', parameters: [null, null] }] }, callback: {} }, events: { '*': { role: 'event' } } },
  },
  examples: [{
    code: `import Koa from 'koa';

const app = new Koa();
app.use((context) => { context.body = 'ok'; });
const server = app.listen(3000);

process.on('SIGTERM', () => {
  server.close(() => process.exit(0)); // close
});
`,
    opens: ['node:http#Server'], live: true,
  }],
};

const route: Member = { returns: 'this', route: { path: 0, handlers: ['rest'], from: 1 }, calls: [{ at: 'rest', from: 1, role: 'request' }] };
const router: Member = { returns: 'Router', opens: true };

export const koaRouter: Library = {
  name: '@koa/router',
  modules: ['@koa/router', 'koa-router', 'koa-joi-router', 'koa-tree-router'],
  manual: 'https://github.com/koajs/router/blob/master/API.md',
  verified: 'source',
  exports: { default: router, Router: router },
  types: {
    Router: {
      label: 'router', kind: 'router',
      members: { ...each('get post put patch delete del head options all', route), use: { returns: 'this', mounts: { path: 0, children: 'rest' }, calls: [{ at: 'rest', role: 'request' }] }, routes: { returns: 'this' }, allowedMethods: {}, prefix: { returns: 'this' } },
    },
  },
  examples: [{ code: "import Router from '@koa/router';\nconst router = new Router();\nrouter.get('/', (context) => { context.body = 'ok'; });\nexport default router;\n", opens: [], live: false }],
};
