import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const handler: Member = { returns: 'this', route: { path: 0, handlers: ['rest'], from: 1 }, calls: [{ at: 'rest', from: 1, role: 'request' }] };
const closing = (method: string): string => `\nprocess.on('SIGTERM', async () => {\n  await ${method}; // close\n  process.exit(0);\n});\n`;
const hapiServer: Member = { returns: 'Server', opens: true };

/** lib/core.js: `stop()` closes idle connections and waits; `ext('onPreStop')` handlers are awaited, `stop` event listeners are not. */
export const hapi: Library = {
  name: '@hapi/hapi', modules: ['@hapi/hapi', 'hapi'], manual: 'https://hapi.dev/api/#-await-serverstopoptions', verified: 'measured',
  exports: { default: {}, server: hapiServer, Server: hapiServer },
  types: {
    Server: {
      label: 'hapi server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: {
        start: { starts: true, promise: true }, stop: { promise: true, closes: { style: 'promise', drains: true, idempotent: true, deadline: 5000 } }, initialize: { promise: true }, listener: { is: 'node:http#Server' },
        route: { route: { path: '0.path', handlers: ['0.handler', '0.options.handler'] }, calls: [{ at: '0.handler', role: 'request' }, { at: '0.options.handler', role: 'request' }] },
        ext: { calls: [{ at: 1, role: 'shutdown', awaited: true, if: { at: 0, is: ['onPreStop', 'onPostStop'] } }, { at: 1, role: 'request', if: { at: 0, is: ['onRequest', 'onPreAuth', 'onPreHandler', 'onPostHandler', 'onPreResponse'] } }] },
        register: { promise: true }, log: { logs: true }, decorate: {}, method: {},
      },
      events: { stop: { role: 'shutdown' }, '*': { role: 'event' } },
    },
  },
  examples: [{ code: `import Hapi from '@hapi/hapi';\n\nconst server = Hapi.server({ port: 3000 });\nawait server.start();\n${closing('server.stop({ timeout: 10000 })')}`, opens: ['Server'], live: true }],
};

export const restify: Library = {
  name: 'restify', manual: 'http://restify.com/docs/server-api/#close', verified: 'source', exports: { default: {}, createServer: { returns: 'Server', opens: true } },
  types: {
    Server: {
      label: 'restify server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: { ...each('get post put patch del head opts', handler), use: { calls: [{ at: 'rest', role: 'request' }] }, pre: { calls: [{ at: 'rest', role: 'request' }] }, listen: { starts: true, returns: 'this', calls: [{ at: 'last', role: 'listening' }] }, close: { closes: { style: 'callback', drains: true } } },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [{ code: "import restify from 'restify';\n\nconst server = restify.createServer();\nserver.listen(3000);\n\nprocess.on('SIGTERM', () => {\n  server.close(() => process.exit(0)); // close\n});\n", opens: ['Server'], live: true }],
};

const serve: Member = { returns: 'node:http#Server', opens: true, starts: true, calls: [{ at: 1, role: 'listening' }, { at: '0.fetch', role: 'request' }] };
export const honoNodeServer: Library = {
  name: '@hono/node-server', manual: 'https://hono.dev/docs/getting-started/nodejs', verified: 'measured', exports: { serve, createAdaptorServer: { returns: 'node:http#Server', opens: true } },
  examples: [{ code: "import { serve } from '@hono/node-server';\nimport { Hono } from 'hono';\n\nconst app = new Hono();\nconst server = serve({ fetch: app.fetch, port: 3000 });\n\nprocess.on('SIGTERM', () => {\n  server.close(() => process.exit(0)); // close\n});\n", opens: ['node:http#Server'], live: true }],
};
export const hono: Library = {
  name: 'hono', modules: ['hono', 'hono/*', '@hono/zod-openapi'], manual: 'https://hono.dev/docs/api/hono', verified: 'manual',
  exports: { Hono: { returns: 'Hono', opens: true }, OpenAPIHono: { returns: 'Hono', opens: true } },
  types: { Hono: { label: 'Hono app', kind: 'router', members: { ...each('get post put patch delete all options', handler), use: { returns: 'this', calls: [{ at: 'rest', role: 'request' }] }, route: { returns: 'this', mounts: { path: 0, children: 1 } }, onError: { calls: [{ at: 0, role: 'error-request' }] }, notFound: { calls: [{ at: 0, role: 'request' }] }, basePath: { returns: 'this' } } } },
  examples: [{ code: "import { Hono } from 'hono';\nconst app = new Hono();\napp.get('/', (context) => context.text('ok'));\nexport default app;\n", opens: [], live: false }],
};

const wsServer: Member = { returns: 'WebSocketServer', opens: true, starts: { at: '0.noServer', is: true, not: true }, attaches: ['0.server'] };
/** lib/websocket-server.js: `close(cb)` waits for every client and ends none. */
export const ws: Library = {
  name: 'ws', manual: 'https://github.com/websockets/ws/blob/master/doc/ws.md#serverclosecallback', verified: 'measured',
  exports: { default: { returns: 'WebSocket', opens: true }, WebSocketServer: wsServer, Server: wsServer, WebSocket: { returns: 'WebSocket', opens: true } },
  types: {
    WebSocketServer: {
      label: 'WebSocket server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: { close: { closes: { style: 'callback', drains: true } }, handleUpgrade: { calls: [{ at: 'last', role: 'connection' }] }, clients: {}, emit: {} },
      events: { connection: { role: 'connection', parameters: ['WebSocket', null] }, error: { role: 'startup-error' }, '*': { role: 'event' } },
    },
    Server: { label: 'WebSocket server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true, extends: ['WebSocketServer'] },
    WebSocket: { label: 'WebSocket', kind: 'client', members: { send: {}, ping: {}, close: {}, terminate: {} }, events: { message: { role: 'message' }, '*': { role: 'event' } } },
  },
  examples: [{ code: "import { WebSocketServer } from 'ws';\n\nconst server = new WebSocketServer({ port: 3000 });\n\nprocess.on('SIGTERM', () => {\n  for (const client of server.clients) client.close(1001);\n  server.close(() => process.exit(0)); // close\n});\n", opens: ['WebSocketServer'], live: true }],
};

const io: Member = { returns: 'Server', opens: true, starts: { at: 0, given: true }, attaches: ['0'] };
export const socketIo: Library = {
  name: 'socket.io', manual: 'https://socket.io/docs/v4/server-api/#serverclosecallback', verified: 'measured', exports: { default: io, Server: io },
  types: {
    Server: {
      label: 'Socket.IO server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: { listen: { starts: true, returns: 'this' }, attach: { starts: true, returns: 'this' }, close: { promise: true, closes: { style: 'either', drains: false } }, of: { returns: 'this' }, use: { calls: [{ at: 0, role: 'connection' }] }, to: { returns: 'this' }, emit: {} },
      events: { connection: { role: 'connection', parameters: ['Socket'] }, connect: { role: 'connection', parameters: ['Socket'] }, '*': { role: 'event' } },
    },
    Socket: { label: 'socket', kind: 'client', members: { emit: {}, join: {}, disconnect: {} }, events: { '*': { role: 'message' } } },
  },
  examples: [{ code: `import { Server } from 'socket.io';\n\nconst io = new Server(3000);\n${closing('io.close()')}`, opens: ['Server'], live: true }],
};

export const grpc: Library = {
  name: '@grpc/grpc-js', modules: ['@grpc/grpc-js', 'grpc'], manual: 'https://grpc.github.io/grpc/node/grpc.Server.html', verified: 'measured',
  exports: { default: {}, Server: { returns: 'Server', opens: true } },
  types: {
    Server: {
      label: 'gRPC server', kind: 'server', phase: 'stop-accepting', keepsAlive: true, needsClose: true,
      members: { start: { starts: true }, bindAsync: { starts: true, calls: [{ at: 'last', role: 'listening' }] }, tryShutdown: { closes: { style: 'callback', drains: true } }, forceShutdown: { closes: { style: 'sync', drains: false, forced: true } }, addService: { calls: [{ at: '1.*', role: 'request' }] } },
    },
  },
  examples: [{ code: "import { Server, ServerCredentials } from '@grpc/grpc-js';\n\nconst server = new Server();\nserver.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), () => {});\n\nprocess.on('SIGTERM', () => {\n  server.tryShutdown(() => process.exit(0)); // close\n});\n", opens: ['Server'], live: true }],
};

const nextApp: Member = { returns: 'NextServer' };
export const next: Library = {
  name: 'next', manual: 'https://nextjs.org/docs/app/guides/self-hosting#graceful-shutdowns', verified: 'source', exports: { default: nextApp },
  types: { NextServer: { label: 'Next.js app', kind: 'router', members: { prepare: { promise: true }, getRequestHandler: {}, close: { promise: true } } } },
  conventions: [{ files: 'pages/api/**', exports: { default: 'request' }, route: 'folders' }, { files: 'app/**/route.*', exports: { GET: 'request', POST: 'request', HEAD: 'request' } }],
  commands: [{ command: 'next start', signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit' } }],
  examples: [{ code: "import next from 'next';\nconst app = next({ dev: false });\nawait app.prepare();\n", opens: [], live: false }],
};
const loaders = { loader: 'request', action: 'request' } as const;
export const remix: Library = {
  name: '@remix-run/node', modules: ['@remix-run/node', '@remix-run/express', '@remix-run/server-runtime', '@react-router/node'], manual: 'https://remix.run/docs/en/main/file-conventions/routes', verified: 'manual', exports: {},
  conventions: [{ files: 'app/routes/**', exports: loaders, route: 'dots' }, { files: 'app/entry.server.*', exports: { default: 'request' } }],
  commands: [{ command: 'remix-serve', signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit' } }],
  examples: [{ code: "import { json } from '@remix-run/node';\nexport const loader = () => json({});\n", opens: [], live: false }],
};
export const fastifyCli: Library = {
  name: 'fastify-cli', manual: 'https://github.com/fastify/fastify-cli#options', verified: 'source', exports: {}, commands: [{ command: 'fastify start', signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit' } }],
  examples: [{ code: "export default async function app(fastify) { fastify.get('/', async () => 'ok'); }\n", opens: [], live: false }],
};
