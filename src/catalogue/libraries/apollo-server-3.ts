import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Version 3 and before, with its server inside: `listen()` makes it live, stops on signals. From its manual. */
export const apolloServer3: Library = {
  name: 'apollo-server',
  modules: ['apollo-server', 'apollo-server-express', 'apollo-server-fastify', 'apollo-server-koa', 'apollo-server-hapi'],
  manual: 'https://www.apollographql.com/docs/apollo-server/v3/api/apollo-server#stoponterminationsignals',
  verified: 'manual',
  answers: 'apollo',
  exports: {
    ApolloServer: {
      returns: 'ApolloServer',
      opens: true,
      signals: {
        handles: ['SIGINT', 'SIGTERM'],
        if: { at: '0.stopOnTerminationSignals', is: false, not: true },
        then: 'reraise',
        idempotent: true,
      },
    },
    gql: {},
    ...each('AuthenticationError UserInputError ForbiddenError ApolloError', {}),
  },
  types: {
    ApolloServer: {
      label: 'Apollo server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        listen: { promise: true, starts: true },
        start: { promise: true },
        stop: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('applyMiddleware getMiddleware createHandler', {}),
        installSubscriptionHandlers: {},
      },
    },
  },
  examples: [
    {
      code: `import { ApolloServer } from 'apollo-server';

const server = new ApolloServer({ typeDefs: 'type Query { ok: Boolean }', stopOnTerminationSignals: false });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await server.stop(); // close
  process.exit(0);
});
await server.listen(4000);
`,
      opens: ['ApolloServer'],
      live: true,
      notClosed: 'server.stop();',
    },
  ],
};
