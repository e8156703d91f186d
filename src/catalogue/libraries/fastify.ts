import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const parameters = [null, null] as const;
const route: Member = {
  returns: 'this', route: { path: 0, handlers: [1, 2, '1.handler'] },
  calls: [{ at: 1, role: 'request', parameters }, { at: 2, role: 'request', parameters }, { at: '1.handler', role: 'request', parameters }],
};
const create: Member = { returns: 'FastifyInstance', opens: true };
const hook = (name: string, role: 'shutdown' | 'startup'): NonNullable<Member['calls']>[number] => ({ at: 1, role, awaited: true, parameters: ['FastifyInstance'], if: { at: 0, is: name } });

/** fastify.js, lib/server.js: `close()` stops listening, drains, then runs the onClose hooks, newest first; its promise waits for all. */
export const fastify: Library = {
  name: 'fastify',
  manual: 'https://fastify.dev/docs/latest/Reference/Server/#close',
  verified: 'measured',
  exports: { default: create, fastify: create },
  types: {
    FastifyInstance: {
      label: 'Fastify server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: {
        ...each('get post put patch delete head options all', route),
        route: { returns: 'this', route: { path: '0.url', handlers: ['0.handler'] }, calls: [{ at: '0.handler', role: 'request', parameters }] },
        register: { returns: 'this', promise: undefined, mounts: { path: '1.prefix', children: 0 }, calls: [{ at: 0, role: 'plugin', awaited: true, parameters: ['FastifyInstance'] }] },
        addHook: {
          returns: 'this',
          calls: [hook('onClose', 'shutdown'), hook('preClose', 'shutdown'), hook('onReady', 'startup'), hook('onListen', 'startup'),
            { at: 1, role: 'request', parameters, if: { at: 0, is: ['onRequest', 'preParsing', 'preValidation', 'preHandler', 'preSerialization', 'onSend', 'onResponse', 'onError', 'onTimeout', 'onRequestAbort'] } }],
        },
        setErrorHandler: { returns: 'this', calls: [{ at: 0, role: 'error-request' }] }, setNotFoundHandler: { returns: 'this', calls: [{ at: 'last', role: 'request' }] },
        listen: { starts: true, promise: true, calls: [{ at: 'last', role: 'listening' }] }, ready: { promise: true, calls: [{ at: 0, role: 'startup' }] },
        close: { promise: true, closes: { style: 'either', drains: true, idempotent: true } }, '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        decorate: { returns: 'this' }, decorateRequest: { returns: 'this' }, decorateReply: { returns: 'this' }, after: { returns: 'this', calls: [{ at: 0, role: 'startup' }] }, inject: { promise: true },
        server: { is: 'node:http#Server' }, log: { is: 'Log' }, addSchema: { returns: 'this' }, addContentTypeParser: { returns: 'this' }, withTypeProvider: { returns: 'this' },
      },
    },
    Log: { label: 'logger', kind: 'value', members: each('info warn error debug fatal trace', { logs: true }) },
  },
  examples: [{
    code: `import Fastify from 'fastify';

const app = Fastify();
app.get('/', async () => 'ok');
await app.listen({ port: 3000 });

process.on('SIGTERM', async () => {
  await app.close(); // close
  process.exit(0);
});
`,
    opens: ['FastifyInstance'], live: true, notClosed: 'app.close();',
  }],
};
