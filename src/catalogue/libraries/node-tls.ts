import type { Library, Member } from '../shape.js';

const create: Member = { returns: 'Server', opens: true, calls: [{ at: 'last', role: 'connection', parameters: ['node:net#Connection'] }] };

/** Measured together with `node:net`. */
export const nodeTls: Library = {
  name: 'node:tls',
  manual: 'https://nodejs.org/docs/latest/api/tls.html#class-tlsserver',
  verified: 'measured',
  exports: {
    createServer: create,
    Server: create,
    connect: { returns: 'TLSSocket', opens: true, io: { timeout: ['0.timeout'] }, calls: [{ at: 'last', role: 'completion' }] },
    TLSSocket: { returns: 'TLSSocket', opens: true },
  },
  types: {
    Server: {
      label: 'TLS server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:net#Server'],
      events: { secureConnection: { role: 'connection', parameters: ['node:net#Connection'] } },
    },
    TLSSocket: { label: 'socket', kind: 'value', keepsAlive: true, extends: ['node:net#Socket'] },
  },
  examples: [
    {
      code: `import { createServer } from 'node:tls';

const server = createServer({}, (socket) => socket.end('bye')).listen(8443);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
