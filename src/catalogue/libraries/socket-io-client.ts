import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const socketIoClient: Library = {
  name: 'socket.io-client',
  manual: 'https://socket.io/docs/v4/client-api/#socketdisconnect',
  verified: 'manual',
  exports: {
    default: { returns: 'Socket', opens: true },
    io: { returns: 'Socket', opens: true },
    connect: { returns: 'Socket', opens: true },
    Manager: {},
  },
  types: {
    Socket: {
      label: 'Socket.IO client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        ...each('disconnect close', { returns: 'this', closes: { style: 'sync', drains: false } }),
        ...each('connect open', { returns: 'this' }),
        ...each('emit send', {}),
        emitWithAck: { promise: true, io: true },
        timeout: { returns: 'this' },
      },
      events: { connect: { role: 'event' }, disconnect: { role: 'event' }, connect_error: { role: 'event' }, '*': { role: 'message' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { io } from 'socket.io-client';

const socket = io('http://hub');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  socket.disconnect(); // close
  process.exit(0);
});
`,
      opens: ['Socket', 'node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
