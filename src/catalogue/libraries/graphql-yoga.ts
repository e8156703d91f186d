import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: gives a handler for a server; `disposeOnProcessTerminate` disposes on signals. */
export const graphqlYoga: Library = {
  name: 'graphql-yoga',
  manual: 'https://the-guild.dev/graphql/yoga-server/docs/features/explicit-resource-management',
  verified: 'measured',
  exports: {
    createYoga: {
      returns: 'Yoga',
      opens: true,
      signals: { handles: ['SIGTERM', 'SIGINT'], if: { at: '0.disposeOnProcessTerminate', is: true }, then: 'nothing' },
    },
    createSchema: {},
  },
  types: {
    Yoga: {
      label: 'Yoga server',
      kind: 'helper',
      phase: 'drain',
      members: {
        ...each('dispose @@asyncDispose', { promise: true, closes: { style: 'promise', drains: true } }),
        ...each('fetch handle', { promise: true }),
        graphqlEndpoint: {},
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { createSchema, createYoga } from 'graphql-yoga';

const yoga = createYoga({ schema: createSchema({ typeDefs: 'type Query { ok: Boolean }' }) });
const server = http.createServer(yoga).listen(4000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve)); // close
  await yoga.dispose();
  process.exit(0);
});
`,
      opens: ['Yoga', 'node:http#Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
