import { each, routes } from '../members.js';
import type { Library, Member } from '../shape.js';

const create: Member = { returns: 'Router', opens: true };

/** A name may stand before the path; the routes are mounted with `app.use(router.routes())`. Read in `lib/router.js`. */
export const koaRouter: Library = {
  name: '@koa/router',
  modules: ['@koa/router', 'koa-router'],
  manual: 'https://github.com/koajs/router/blob/master/API.md',
  verified: 'source',
  exports: { default: create, Router: create },
  types: {
    Router: {
      label: 'router',
      kind: 'router',
      prefix: '0.prefix',
      members: {
        ...routes(['koa#Context', null], true, 'get post put patch delete head options all'),
        del: { returns: 'this' },
        use: {
          returns: 'this',
          mounts: { path: 0, children: 'rest' },
          calls: [{ at: 'rest', role: 'request', awaited: true, parameters: ['koa#Context', null] }],
        },
        register: {
          returns: 'this',
          route: { path: 0, handlers: ['rest'] },
          calls: [{ at: 'rest', role: 'request', awaited: true, parameters: ['koa#Context', null] }],
        },
        ...each('routes middleware prefix', { returns: 'this' }),
        allowedMethods: {},
      },
    },
  },
  examples: [
    {
      code: `import Router from '@koa/router';
import Koa from 'koa';

const router = new Router();
router.get('/', (context) => {
  context.body = 'ok';
});
const server = new Koa().use(router.routes()).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
