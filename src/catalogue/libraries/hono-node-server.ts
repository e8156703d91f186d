import type { Library } from '../shape.js';

/** Both give a plain server of Node.js. Measured; read in `dist/index.mjs`. */
export const honoNodeServer: Library = {
  name: '@hono/node-server',
  manual: 'https://hono.dev/docs/getting-started/nodejs#graceful-shutdown',
  verified: 'measured',
  exports: {
    serve: {
      returns: 'node:http#Server',
      returnsUnion: true,
      opens: true,
      starts: true,
      calls: [
        { at: '0.fetch', role: 'request', awaited: true },
        { at: 1, role: 'listening' },
      ],
    },
    createAdaptorServer: {
      returns: 'node:http#Server',
      returnsUnion: true,
      opens: true,
      calls: [{ at: '0.fetch', role: 'request', awaited: true }],
    },
  },
  examples: [
    {
      code: `import { serve } from '@hono/node-server';

const server = serve({ fetch: () => new Response('ok'), port: 3000 });

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
