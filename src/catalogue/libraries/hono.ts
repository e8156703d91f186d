import { each, routes } from '../members.js';
import type { Library } from '../shape.js';

const handler = { role: 'request', awaited: true } as const;

/** Only routes; an adapter listens. Read in `dist/hono-base.js`. */
export const hono: Library = {
  name: 'hono',
  modules: ['hono', 'hono/quick', 'hono/tiny'],
  manual: 'https://hono.dev/docs/getting-started/nodejs',
  verified: 'source',
  exports: { Hono: { returns: 'Hono', opens: true } },
  types: {
    Hono: {
      label: 'Hono app',
      kind: 'router',
      members: {
        ...routes([null, null], true),
        use: { returns: 'this', mounts: { path: 0, children: 'rest' }, calls: [{ at: 'rest', ...handler }] },
        on: { returns: 'this', route: { method: { at: 0 }, path: 1, handlers: ['rest'] }, calls: [{ at: 'rest', from: 2, ...handler }] },
        route: { returns: 'this', mounts: { path: 0, children: 1 } },
        mount: { returns: 'this' },
        ...each('basePath notFound', { returns: 'this', calls: [{ at: 0, ...handler }] }),
        onError: { returns: 'this', calls: [{ at: 0, role: 'error-request', awaited: true }] },
        fetch: { promise: true },
        request: { promise: true },
      },
    },
  },
  examples: [
    {
      code: `import { serve } from '@hono/node-server';
import { Hono } from 'hono';

const app = new Hono();
app.get('/', (context) => context.text('ok'));
const server = serve({ fetch: app.fetch, port: 3000 });

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
