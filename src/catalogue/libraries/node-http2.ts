import type { Library, Member } from '../shape.js';

const handler = { role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse'] } as const;
const create: Member = { returns: 'Http2Server', opens: true, owns: ['0', '1'], calls: [{ at: 'last', ...handler }] };

/** Measured: on Node.js 20 and 22 `close()` leaves sessions open; from 24 on it ends them. It never gives a promise. */
export const nodeHttp2: Library = {
  name: 'node:http2',
  manual: 'https://nodejs.org/docs/latest/api/http2.html#serverclosecallback',
  verified: 'measured',
  exports: {
    createServer: create,
    createSecureServer: create,
    connect: { returns: 'ClientHttp2Session', opens: true, io: true, calls: [{ at: 'last', role: 'completion' }] },
  },
  types: {
    Http2Server: {
      label: 'HTTP/2 server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:net#Server'],
      events: {
        request: handler,
        stream: { role: 'request', parameters: ['node:stream#Duplex', null, null] },
        session: { role: 'connection', parameters: ['Http2Session'] },
        sessionError: { role: 'event' },
      },
    },
    Http2SecureServer: {
      label: 'HTTP/2 server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['Http2Server'],
    },
    Http2Session: {
      label: 'HTTP/2 session',
      kind: 'value',
      keepsAlive: true,
      extends: ['node:events#EventEmitter'],
      members: {
        close: { closes: { style: 'callback', drains: true } },
        destroy: { closes: { style: 'sync', drains: false, forced: true } },
        unref: { unrefs: true },
      },
    },
    ClientHttp2Session: {
      label: 'HTTP/2 client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      extends: ['Http2Session'],
      members: { request: { returns: 'node:stream#Duplex', io: { timeout: ['1.signal'] } } },
    },
  },
  examples: [
    {
      code: `import http2 from 'node:http2';

const server = http2.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve)); // close
  process.exit(0);
});
`,
      opens: ['Http2Server'],
      live: true,
      notClosed: 'await server.close();',
    },
  ],
};
