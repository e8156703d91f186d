import type { Library } from '../shape.js';

/** Measured: `close()` lets go of the port before it returns the socket, and the callback follows in the next tick; a second one throws. */
export const nodeDgram: Library = {
  name: 'node:dgram',
  manual: 'https://nodejs.org/docs/latest/api/dgram.html#socketclosecallback',
  verified: 'measured',
  exports: { createSocket: { returns: 'Socket', opens: true, abort: '0.signal', calls: [{ at: 'last', role: 'message' }] } },
  types: {
    Socket: {
      label: 'UDP socket',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        bind: { returns: 'this', starts: true, calls: [{ at: 'last', role: 'listening' }] },
        close: { returns: 'this', closes: { style: 'sync', drains: false }, calls: [{ at: 'last', role: 'completion' }] },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: false } },
        send: { calls: [{ at: 'last', role: 'completion' }] },
        unref: { returns: 'this', unrefs: true },
      },
      events: { message: { role: 'message' }, listening: { role: 'listening' }, error: { role: 'startup-error' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import dgram from 'node:dgram';

const socket = dgram.createSocket('udp4');
socket.on('message', (message) => console.log(message.toString()));
socket.bind(5353);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  socket.close(() => process.exit(0)); // close
});
`,
      opens: ['Socket'],
      live: true,
      notClosed: 'process.exit(0);',
    },
  ],
};
