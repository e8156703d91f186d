import type { Library, Member, ThingType } from '../shape.js';

const create: Member = { returns: 'Server', opens: true };
const plugin = { role: 'plugin', awaited: true, parameters: ['this', null] } as const;
const STOP = ['onPreStop', 'onPostStop'];
const START = ['onPreStart', 'onPostStart'];

const events: ThingType = {
  label: 'server events',
  kind: 'value',
  events: { stop: { role: 'shutdown' }, start: { role: 'listening' }, '*': { role: 'event' } },
};

/** Measured; read in `lib/core.js`: `stop()` ends idle sockets and destroys the rest after `timeout`, 5000 ms by default. Listeners of the `stop` event are not waited for. */
const promising: Library = {
  name: '@hapi/hapi',
  modules: ['@hapi/hapi', 'hapi'],
  versions: '>=17',
  manual: 'https://hapi.dev/api/?v=21#-await-serverstopoptions',
  verified: 'measured',
  exports: { server: create, Server: create },
  types: {
    Server: {
      label: 'hapi server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        start: { promise: true, starts: true },
        initialize: { promise: true },
        stop: { promise: true, closes: { style: 'promise', drains: true, deadline: 5000 } },
        route: {
          route: { method: { at: '0.method' }, path: '0.path', handlers: ['0.handler', '0.options.handler', '0.config.handler'] },
          calls: [
            { at: '0.handler', role: 'request', awaited: true },
            { at: '0.options.handler', role: 'request', awaited: true },
            { at: '0.config.handler', role: 'request', awaited: true },
            { at: '0.*.handler', role: 'request', awaited: true },
            { at: '0.*.options.handler', role: 'request', awaited: true },
            { at: '0.*.config.handler', role: 'request', awaited: true },
          ],
        },
        ext: {
          calls: [
            { at: 1, role: 'shutdown', awaited: true, parameters: ['this'], if: { at: 0, is: 'onPreStop' } },
            { at: 1, role: 'shutdown', awaited: true, parameters: ['this'], if: { at: 0, is: 'onPostStop' }, drained: true },
            { at: '0.method', role: 'shutdown', awaited: true, parameters: ['this'], if: { at: '0.type', is: 'onPreStop' } },
            {
              at: '0.method',
              role: 'shutdown',
              awaited: true,
              parameters: ['this'],
              if: { at: '0.type', is: 'onPostStop' },
              drained: true,
            },
            { at: 1, role: 'startup', awaited: true, parameters: ['this'], if: { at: 0, is: START } },
            { at: '0.method', role: 'startup', awaited: true, parameters: ['this'], if: { at: '0.type', is: START } },
            {
              at: 1,
              role: 'request',
              awaited: true,
              if: {
                at: 0,
                is: [
                  'onRequest',
                  'onPreAuth',
                  'onCredentials',
                  'onPostAuth',
                  'onPreHandler',
                  'onPostHandler',
                  'onPreResponse',
                  'onPostResponse',
                ],
              },
            },
          ],
        },
        register: {
          promise: true,
          mounts: { path: '1.routes.prefix', children: 0 },
          calls: [
            { at: '0.register', ...plugin },
            { at: '0.plugin.register', ...plugin },
            { at: '0.*.register', ...plugin },
            { at: '0.*.plugin.register', ...plugin },
          ],
        },
        events: { is: 'Events' },
        listener: { is: 'node:http#Server' },
        log: { logs: true },
        decorate: {},
        inject: { promise: true },
      },
    },
    Events: events,
  },
  examples: [
    {
      code: `import Hapi from '@hapi/hapi';

const server = Hapi.server({ port: 3000 });
server.route({ method: 'GET', path: '/', handler: () => 'ok' });

process.once('SIGTERM', async () => {
  await server.stop({ timeout: 8000 }); // close
  process.exit(0);
});
await server.start();
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.stop();',
    },
  ],
};

const handlers = ['handler', 'config.handler', '*.handler', '*.config.handler'] as const;

/** Read in `lib/server.js` of 8, 11 and 16: `stop()` calls back when the connections have ended, 16 gives a promise without a callback. */
const callingBack: Library = {
  name: 'hapi',
  versions: '<17',
  manual: 'https://hapi.dev/api/?v=16#serverstopoptions-callback',
  verified: 'source',
  exports: { Server: create },
  types: {
    Server: {
      label: 'hapi server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        connection: { returns: 'this' },
        start: { starts: true, calls: [{ at: 'last', role: 'listening' }] },
        initialize: { calls: [{ at: 'last', role: 'completion' }] },
        stop: { promise: true, closes: { style: 'either', drains: true, deadline: 5000 } },
        route: {
          route: { method: { at: '0.method' }, path: '0.path', handlers: ['0.handler', '0.config.handler'] },
          calls: handlers.map((path) => ({ at: `0.${path}` as const, role: 'request' as const })),
        },
        ext: {
          calls: [{ at: 1, role: 'shutdown', awaited: true, done: 1, parameters: ['this'], if: { at: 0, is: STOP } }],
        },
        register: {
          mounts: { path: '1.routes.prefix', children: 0 },
          calls: [
            { at: '0.register', ...plugin },
            { at: '0.*.register', ...plugin },
            { at: 'last', role: 'completion' },
          ],
        },
        events: { is: 'Events' },
        listener: { is: 'node:http#Server' },
        log: { logs: true },
        on: {},
        decorate: {},
        inject: {},
      },
    },
    Events: events,
  },
  examples: [
    {
      code: `import { Server } from 'hapi';

const server = new Server();
server.connection({ port: 3000 });
server.route({ method: 'GET', path: '/', handler: (request, reply) => reply('ok') });

process.once('SIGTERM', () => {
  server.stop({ timeout: 8000 }, () => process.exit(0)); // close
});
server.start((error) => {
  if (error) throw error;
});
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.stop({ timeout: 8000 }, () => {}); process.exit(0);',
    },
  ],
};

export const hapi: readonly Library[] = [promising, callingBack];
