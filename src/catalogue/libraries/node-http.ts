import type { Library, Member, ThingType } from '../shape.js';

/** Measured on Node.js 20 to 26: `close()` gives the server, not a promise, and waits for active connections; upgraded sockets are not tracked. */
const httpServer: ThingType = {
  label: 'HTTP server',
  kind: 'server',
  phase: 'stop-accepting',
  keepsAlive: true,
  needsClose: true,
  extends: ['node:net#Server'],
  members: {
    listen: { starts: true, returns: 'this', abort: '0.signal', calls: [{ at: 'last', role: 'listening' }] },
    close: { returns: 'this', closes: { style: 'callback', drains: true } },
    closeIdleConnections: { closes: { style: 'sync', drains: false } },
    closeAllConnections: { closes: { style: 'sync', drains: false, forced: true } },
    '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
    // What stoppable, killable, server-destroy and http-shutdown put on the server that they are given.
    stop: { closes: { style: 'callback', drains: true } },
    shutdown: { closes: { style: 'callback', drains: true } },
    kill: { closes: { style: 'callback', drains: false, forced: true } },
    destroy: { closes: { style: 'callback', drains: false, forced: true } },
    forceShutdown: { closes: { style: 'callback', drains: false, forced: true } },
    withShutdown: { returns: 'this' },
    address: {},
    setTimeout: { returns: 'this' },
    ref: { returns: 'this' },
    unref: { unrefs: true, returns: 'this' },
    getConnections: { calls: [{ at: 0, role: 'completion' }] },
  },
  events: {
    request: { role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse'] },
    upgrade: { role: 'connection' },
    connect: { role: 'connection' },
    connection: { role: 'connection', parameters: ['node:net#Connection'] },
    secureConnection: { role: 'connection', parameters: ['node:net#Connection'] },
    clientError: { role: 'connection' },
    error: { role: 'startup-error' },
    listening: { role: 'listening' },
    close: { role: 'event' },
    '*': { role: 'event' },
  },
};

const handler = { at: 'last', role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse'] } as const;
const request: Member = {
  io: { timeout: ['0.timeout', '1.timeout', '0.signal', '1.signal'] },
  returns: 'ClientRequest',
  calls: [{ at: 'last', role: 'completion' }],
};
const members: Readonly<Record<string, Member>> = {
  createServer: { returns: 'Server', opens: true, calls: [handler] },
  Server: { returns: 'Server', opens: true, calls: [handler] },
  request,
  get: request,
  Agent: { returns: 'Agent', opens: true },
};
const stream: ThingType['events'] = { '*': { role: 'event' } };

export const nodeHttp: Library = {
  name: 'node:http',
  manual: 'https://nodejs.org/api/http.html#serverclosecallback',
  verified: 'measured',
  exports: { default: { members }, ...members },
  types: {
    Server: httpServer,
    IncomingMessage: { label: 'request', kind: 'value', events: stream },
    ServerResponse: {
      label: 'response',
      kind: 'value',
      events: stream,
      members: { end: {}, write: {}, writeHead: { returns: 'this' }, setHeader: { returns: 'this' } },
    },
    Agent: {
      label: 'HTTP agent',
      kind: 'client',
      phase: 'close-dependencies',
      members: { destroy: { closes: { style: 'sync', drains: false, idempotent: true } } },
    },
    ClientRequest: {
      label: 'outgoing request',
      kind: 'value',
      events: stream,
      members: { end: {}, write: {}, setTimeout: {}, destroy: {} },
    },
  },
  examples: [
    {
      code: "import { createServer } from 'node:http';\nconst server = createServer((request, response) => response.end('ok'));\nserver.listen(3000);\nprocess.once('SIGTERM', async () => {\n  setTimeout(() => process.exit(1), 10_000).unref();\n  await new Promise((resolve) => server.close(resolve)); // close\n  process.exit(0);\n});\n",
      opens: ['Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
