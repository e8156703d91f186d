import { each } from '../members.js';
import type { Library } from '../shape.js';

/** `close()` closes every client, not the HTTP server. Read in `build/server.js`. */
export const engineIo: Library = {
  name: 'engine.io',
  manual: 'https://socket.io/docs/v4/engine-io-protocol/',
  verified: 'source',
  exports: {
    Server: { returns: 'Server', opens: true },
    attach: { returns: 'Server', opens: true, attaches: [0] },
    listen: { returns: 'Server', opens: true, starts: true },
  },
  types: {
    Server: {
      label: 'Engine.IO server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      members: {
        attach: { returns: 'this' },
        close: { returns: 'this', closes: { style: 'detached', drains: false } },
        ...each('handleRequest handleUpgrade use', {}),
      },
      events: { connection: { role: 'connection', parameters: ['Socket'] }, '*': { role: 'event' } },
    },
    Socket: {
      label: 'socket',
      kind: 'value',
      members: { send: {}, close: {} },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { attach } from 'engine.io';

const server = http.createServer().listen(3000);
const engine = attach(server);
engine.on('connection', (socket) => socket.send('hello'));

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  engine.close();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server', 'Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
