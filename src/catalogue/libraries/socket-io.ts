import { each } from '../members.js';
import type { Library, Member, ThingType } from '../shape.js';

const create: Member = { returns: 'Server', opens: true, starts: { at: 0, literal: 'number' }, owns: [0], attaches: [0] };

const common: Omit<Library, 'versions' | 'types' | 'examples'> = {
  name: 'socket.io',
  manual: 'https://socket.io/docs/v4/server-api/#serverclosecallback',
  verified: 'measured',
  exports: { default: create, Server: create },
};

const server = (close: Member): ThingType => ({
  label: 'Socket.IO server',
  kind: 'server',
  phase: 'stop-accepting',
  keepsAlive: true,
  needsClose: true,
  extends: ['Namespace'],
  members: {
    ...each('listen attach', { returns: 'this', starts: true }),
    close,
    disconnectSockets: { closes: { style: 'detached', drains: false } },
    of: { returns: 'Namespace' },
    sockets: { is: 'Namespace' },
    ...each('adapter path serveClient', { returns: 'this' }),
    engine: { is: 'node:events#EventEmitter' },
  },
});

const clients: Library['types'] = {
  Namespace: {
    label: 'Socket.IO namespace',
    kind: 'value',
    members: {
      use: { returns: 'this', calls: [{ at: 0, role: 'connection', parameters: ['Socket', null] }] },
      ...each('to in except', { returns: 'this' }),
      ...each('emit send', {}),
      // An object by id before version 3, and a map since; `connected` is older still.
      ...each('sockets connected', { collection: 'Socket' }),
    },
    events: {
      connection: { role: 'connection', parameters: ['Socket'] },
      connect: { role: 'connection', parameters: ['Socket'] },
      '*': { role: 'event' },
    },
  },
  Socket: {
    label: 'socket',
    kind: 'value',
    part: true,
    members: {
      ...each('to in broadcast', { returns: 'this' }),
      ...each('emit send join leave', {}),
      disconnect: { returns: 'this', closes: { style: 'detached', drains: false } },
      use: { returns: 'this', calls: [{ at: 0, role: 'message' }] },
    },
    events: { disconnect: { role: 'event' }, disconnecting: { role: 'event' }, error: { role: 'event' }, '*': { role: 'message' } },
  },
};

const examples = (close: string, notClosed: string): Library['examples'] => [
  {
    code: `import { Server } from 'socket.io';

const io = new Server(3000);
io.on('connection', (socket) => socket.on('say', (words) => io.emit('said', words)));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  ${close} // close
  process.exit(0);
});
`,
    opens: ['Server'],
    live: true,
    notClosed,
  },
];

/** Measured; read in `dist/index.js`: `close()` disconnects all clients and closes the HTTP server too; since 4.8.3 its promise waits for that, before only the callback does. */
export const socketIo: readonly Library[] = [
  {
    ...common,
    versions: '>=4.8.3',
    types: { Server: server({ promise: true, closes: { style: 'either', drains: true } }), ...clients },
    examples: examples('await io.close();', 'io.close();'),
  },
  {
    ...common,
    versions: '<4.8.3',
    types: { Server: server({ closes: { style: 'callback', drains: true } }), ...clients },
    examples: examples('await new Promise((resolve) => io.close(resolve));', 'await io.close();'),
  },
];
