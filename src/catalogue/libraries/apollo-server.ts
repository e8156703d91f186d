import type { Library } from '../shape.js';

/** Measured: from `start()` on it stops on signals and sends itself the signal again, unless `stopOnTerminationSignals: false` or NODE_ENV is test. The standalone server drains for 10 s. */
export const apolloServer: Library = {
  name: '@apollo/server',
  modules: ['@apollo/server', '@apollo/server/*', '@as-integrations/express4', '@as-integrations/express5', '@as-integrations/fastify'],
  manual: 'https://www.apollographql.com/docs/apollo-server/api/apollo-server#stop',
  verified: 'measured',
  answers: 'apollo',
  exports: {
    ApolloServer: {
      returns: 'ApolloServer',
      opens: true,
      owns: ['0.plugins.*'],
      signals: {
        handles: ['SIGINT', 'SIGTERM'],
        if: { at: '0.stopOnTerminationSignals', is: false, not: true },
        then: 'reraise',
        idempotent: true,
      },
    },
    startStandaloneServer: { promise: true, starts: true, opens: true, resolves: 'Standalone', attaches: [0] },
    ApolloServerPluginDrainHttpServer: { returns: 'DrainPlugin', owns: ['0.httpServer'] },
    expressMiddleware: {},
  },
  types: {
    ApolloServer: {
      label: 'Apollo server',
      kind: 'helper',
      phase: 'drain',
      members: {
        start: { promise: true },
        stop: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        executeOperation: { promise: true },
      },
    },
    DrainPlugin: { label: 'drain plugin', kind: 'helper' },
    Standalone: { label: 'Apollo server', kind: 'server', phase: 'stop-accepting', keepsAlive: true },
  },
  examples: [
    {
      code: `import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';

const server = new ApolloServer({ typeDefs: 'type Query { ok: Boolean }', stopOnTerminationSignals: false });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.stop(); // close
  process.exit(0);
});
await startStandaloneServer(server, { listen: { port: 4000 } });
`,
      opens: ['ApolloServer', 'Standalone'],
      live: true,
      notClosed: 'server.stop();',
    },
  ],
};
