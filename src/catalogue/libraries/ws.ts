import type { Library, Member } from '../shape.js';

const create: Member = {
  returns: 'WebSocketServer',
  opens: true,
  starts: { at: '0.port', given: true },
  attaches: ['0.server'],
  calls: [{ at: 1, role: 'listening' }],
};

/** Measured; read in `lib/websocket-server.js`: `close()` gives no promise and ends no client: its callback waits as long as one is connected. */
export const ws: Library = {
  name: 'ws',
  modules: ['ws', 'isomorphic-ws'],
  manual: 'https://github.com/websockets/ws/blob/master/doc/ws.md#serverclosecallback',
  verified: 'measured',
  exports: {
    default: { returns: 'WebSocket', opens: true },
    WebSocket: { returns: 'WebSocket', opens: true },
    WebSocketServer: create,
    Server: create,
  },
  types: {
    WebSocketServer: {
      label: 'WebSocket server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { closes: { style: 'callback', drains: false } },
        handleUpgrade: { calls: [{ at: 3, role: 'connection', parameters: ['WebSocket', 'node:http#IncomingMessage'] }] },
        clients: { collection: 'WebSocket' },
        address: {},
      },
      events: {
        connection: { role: 'connection', parameters: ['WebSocket', 'node:http#IncomingMessage'] },
        listening: { role: 'listening' },
        error: { role: 'startup-error' },
        '*': { role: 'event' },
      },
    },
    Server: {
      label: 'WebSocket server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['WebSocketServer'],
    },
    WebSocket: {
      label: 'WebSocket',
      kind: 'client',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        close: { closes: { style: 'detached', drains: true, event: 'close' } },
        terminate: { closes: { style: 'sync', drains: false, forced: true } },
        send: { calls: [{ at: 'last', role: 'completion' }] },
        ping: {},
      },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ port: 3000 });
server.on('connection', (socket) => socket.on('message', (message) => socket.send(message)));

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  for (const client of server.clients) client.close(1001);
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['WebSocketServer'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
