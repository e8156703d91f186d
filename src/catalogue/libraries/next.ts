import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const create: Member = { returns: 'NextServer', opens: true };
const verbs = {
  GET: 'request',
  POST: 'request',
  PUT: 'request',
  PATCH: 'request',
  DELETE: 'request',
  HEAD: 'request',
  OPTIONS: 'request',
} as const;

/** `next start` stops its server on signals, then exits; a custom server gets no handler. Read in `dist/server/lib/start-server.js`. */
export const next: Library = {
  name: 'next',
  manual: 'https://nextjs.org/docs/app/guides/self-hosting#graceful-shutdowns',
  verified: 'source',
  answers: 'next',
  exports: { default: create },
  types: {
    NextServer: {
      label: 'Next.js app',
      kind: 'router',
      phase: 'drain',
      members: {
        prepare: { promise: true },
        close: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('getRequestHandler getUpgradeHandler', {}),
        ...each('render renderError', { promise: true }),
      },
    },
  },
  conventions: [
    { files: 'pages/api/**', exports: { default: 'request' }, route: 'folders', prefix: '/api' },
    { files: 'app/**/route.ts', exports: verbs, route: 'folders' },
    { files: 'app/**/route.js', exports: verbs, route: 'folders' },
    { files: 'middleware.ts', exports: { middleware: 'request', default: 'request' } },
    { files: 'middleware.js', exports: { middleware: 'request', default: 'request' } },
    { files: 'instrumentation.ts', exports: { register: 'startup' } },
    { files: 'instrumentation.js', exports: { register: 'startup' } },
  ],
  commands: [{ command: 'next start', signals: { handles: ['SIGINT', 'SIGTERM'], then: 'exit', idempotent: true } }],
  examples: [
    {
      code: `import http from 'node:http';
import next from 'next';

const app = next({ dev: false });
const server = http.createServer(app.getRequestHandler());

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await app.close(); // close
  process.exit(0);
});
await app.prepare();
server.listen(3000);
`,
      opens: ['NextServer', 'node:http#Server'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
