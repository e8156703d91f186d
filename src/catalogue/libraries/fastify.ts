import { each, routes } from '../members.js';
import type { Callback, Library, Member } from '../shape.js';

const parameters = ['FastifyRequest', 'FastifyReply'];
const REQUEST = [
  'onRequest',
  'preParsing',
  'preValidation',
  'preHandler',
  'preSerialization',
  'onSend',
  'onResponse',
  'onTimeout',
  'onRequestAbort',
];
const inOptions = ['handler', 'preHandler', 'onRequest', 'preValidation'].map((name): Callback => ({
  at: `1.${name}`,
  role: 'request',
  awaited: true,
  parameters,
}));
const verbs = Object.entries(routes(parameters, true)).map(([name, member]): [string, Member] => [
  name,
  {
    ...member,
    route: { method: name === 'all' ? '*' : name, path: 0, handlers: ['rest', '1.handler'] },
    calls: [...(member.calls ?? []), ...inOptions],
  },
]);
const instance: Member = { returns: 'FastifyInstance', opens: true };

/** Measured and read in `fastify.js`, `lib/server.js`: `close()` runs preClose, stops listening, drains, then runs onClose; a second call gives the same promise. */
export const fastify: Library = {
  name: 'fastify',
  manual: 'https://fastify.dev/docs/latest/Reference/Server/#close',
  verified: 'measured',
  exports: { default: instance, fastify: instance },
  types: {
    FastifyInstance: {
      label: 'Fastify server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        ...Object.fromEntries(verbs),
        route: {
          returns: 'this',
          route: { method: { at: '0.method' }, path: '0.url', handlers: ['0.handler'] },
          calls: [
            { at: '0.handler', role: 'request', awaited: true, parameters },
            { at: '0.preHandler', role: 'request', awaited: true, parameters },
          ],
        },
        listen: { promise: true, starts: true, abort: '0.signal', calls: [{ at: 'last', role: 'listening' }] },
        ready: { promise: true, calls: [{ at: 'last', role: 'startup' }] },
        close: { promise: true, closes: { style: 'either', drains: true, idempotent: true } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        register: {
          returns: 'this',
          mounts: { path: '1.prefix', children: 0 },
          calls: [{ at: 0, role: 'plugin', awaited: true, done: 2, parameters: ['this', null] }],
        },
        after: { returns: 'this', calls: [{ at: 0, role: 'startup' }] },
        addHook: {
          returns: 'this',
          calls: [
            { at: 1, role: 'shutdown', awaited: true, done: 1, parameters: ['this'], if: { at: 0, is: 'onClose' }, drained: true },
            { at: 1, role: 'shutdown', awaited: true, done: 0, if: { at: 0, is: 'preClose' }, serving: 'onClose' },
            { at: 1, role: 'startup', awaited: true, if: { at: 0, is: ['onReady', 'onRegister', 'onRoute'] } },
            { at: 1, role: 'listening', awaited: true, if: { at: 0, is: 'onListen' } },
            { at: 1, role: 'request', awaited: true, parameters, if: { at: 0, is: REQUEST } },
            { at: 1, role: 'error-request', awaited: true, if: { at: 0, is: 'onError' } },
          ],
        },
        setErrorHandler: { returns: 'this', calls: [{ at: 0, role: 'error-request', awaited: true }] },
        setNotFoundHandler: { returns: 'this', calls: [{ at: 'last', role: 'request', awaited: true, parameters }] },
        use: { returns: 'this', calls: [{ at: 'rest', role: 'request' }] },
        decorate: { returns: 'this', sets: { name: 0, value: 1 } },
        server: { is: 'node:http#Server' },
        log: { is: 'Log' },
        ...each(
          'decorateRequest decorateReply addSchema addContentTypeParser withTypeProvider setValidatorCompiler setSerializerCompiler',
          { returns: 'this' },
        ),
        inject: { promise: true },
      },
    },
    FastifyRequest: { label: 'request', kind: 'value', members: { log: { is: 'Log' }, raw: { is: 'node:http#IncomingMessage' } } },
    FastifyReply: { label: 'reply', kind: 'value', members: { log: { is: 'Log' }, raw: { is: 'node:http#ServerResponse' } } },
    Log: {
      label: 'logger',
      kind: 'logger',
      members: { ...each('fatal error warn info debug trace', { logs: true }), child: { returns: 'this' } },
    },
  },
  examples: [
    {
      code: `import Fastify from 'fastify';

const app = Fastify({ logger: true });
app.get('/', async () => 'ok');

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.close(); // close
  process.exit(0);
});
await app.listen({ port: 3000 });
`,
      opens: ['FastifyInstance'],
      live: true,
      notClosed: 'app.close();',
    },
  ],
};
