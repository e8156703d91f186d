import type { Library, Member, ThingType } from '../shape.js';

/** `close()` gives the server back; it waits for every connection. Measured on Node.js 20 to 26. */
const server: ThingType = {
  label: 'TCP server',
  kind: 'server',
  phase: 'stop-accepting',
  keepsAlive: true,
  needsClose: true,
  members: {
    listen: { starts: true, returns: 'this', abort: '0.signal', calls: [{ at: 'last', role: 'listening' }] },
    close: { returns: 'this', closes: { style: 'callback', drains: true } },
    '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
    unref: { unrefs: true, returns: 'this' },
    ref: { returns: 'this' },
    address: {},
  },
  events: {
    connection: { role: 'connection', parameters: ['node:net#Connection'] },
    secureConnection: { role: 'connection', parameters: ['node:net#Connection'] },
    error: { role: 'startup-error' },
    listening: { role: 'listening' },
    '*': { role: 'event' },
  },
};
const socket: ThingType = {
  label: 'socket',
  kind: 'client',
  members: {
    end: { returns: 'this' },
    destroy: { returns: 'this' },
    write: {},
    unref: { unrefs: true, returns: 'this' },
    setTimeout: { returns: 'this' },
    setKeepAlive: { returns: 'this' },
  },
  events: { data: { role: 'message' }, '*': { role: 'event' } },
};
/** A socket that a server hands out. */
const connection: ThingType = {
  label: 'connection',
  kind: 'client',
  part: true,
  extends: ['node:net#Socket'],
  members: {
    destroy: { returns: 'this', closes: { style: 'sync', drains: false, forced: true } },
    resetAndDestroy: { returns: 'this', closes: { style: 'sync', drains: false, forced: true } },
    destroySoon: { returns: 'this' },
  },
};
const members: Readonly<Record<string, Member>> = {
  createServer: { returns: 'Server', opens: true, calls: [{ at: 'last', role: 'connection', parameters: ['node:net#Connection'] }] },
  Server: { returns: 'Server', opens: true, calls: [{ at: 'last', role: 'connection' }] },
  connect: { returns: 'Socket', opens: true, io: true },
  createConnection: { returns: 'Socket', opens: true, io: true },
  Socket: { returns: 'Socket', opens: true },
};

export const nodeNet: Library = {
  name: 'node:net',
  manual: 'https://nodejs.org/api/net.html#serverclosecallback',
  verified: 'measured',
  exports: { default: { members }, ...members },
  types: { Server: server, Socket: socket, Connection: connection },
  examples: [
    {
      code: "import net from 'node:net';\nconst server = net.createServer((socket) => socket.end('bye'));\nserver.listen(3000);\nprocess.once('SIGTERM', () => {\n  setTimeout(() => process.exit(1), 10_000).unref();\n  server.close(() => process.exit(0)); // close\n});\n",
      opens: ['Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
