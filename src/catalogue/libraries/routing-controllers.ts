import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const verb = (method: string): Member => ({ route: { method, path: 0, handlers: [] }, decorates: 'request' });
const controller: Member = { mounts: { path: 0, children: 'rest' } };

/** Its servers are apps of Express and Koa, which listen for no signal; controllers may be found by globs. From its declarations. */
export const routingControllers: Library = {
  name: 'routing-controllers',
  manual: 'https://github.com/typestack/routing-controllers#readme',
  verified: 'manual',
  answers: 'routing-controllers',
  exports: {
    createExpressServer: { returns: 'express#Express', opens: true },
    createKoaServer: { returns: 'koa#Koa', opens: true },
    ...each('useExpressServer useKoaServer', { returns: 0 }),
    ...each('Controller JsonController', controller),
    Get: verb('get'),
    Post: verb('post'),
    Put: verb('put'),
    Patch: verb('patch'),
    Delete: verb('delete'),
    Head: verb('head'),
    All: verb('*'),
    ...each('useContainer Req Res Body Param QueryParam QueryParams HeaderParam CurrentUser HttpCode UseBefore UseAfter', {}),
    ...each('UseInterceptor Interceptor Middleware Authorized', {}),
  },
  examples: [
    {
      code: `import { createExpressServer } from 'routing-controllers';

const app = createExpressServer({ controllers: ['dist/controllers/*.js'] });
const server = app.listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve)); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close();',
    },
  ],
};
