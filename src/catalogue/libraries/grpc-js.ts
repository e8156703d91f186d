import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: `tryShutdown()` has only the callback and waits for open streams for ever; `forceShutdown()` cancels running calls. `bindAsync` serves since 1.10. */
export const grpcJs: Library = {
  name: '@grpc/grpc-js',
  modules: ['@grpc/grpc-js', 'grpc'],
  manual: 'https://grpc.github.io/grpc/node/grpc.Server.html#tryShutdown',
  verified: 'measured',
  exports: {
    Server: { returns: 'Server', opens: true },
    Client: { returns: 'Client', opens: true },
    ...each('ServerCredentials credentials status Metadata loadPackageDefinition makeGenericClientConstructor', {}),
  },
  types: {
    Server: {
      label: 'gRPC server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        bindAsync: { starts: true, calls: [{ at: 2, role: 'listening' }] },
        start: { starts: true },
        tryShutdown: { closes: { style: 'callback', drains: true, idempotent: true } },
        forceShutdown: { closes: { style: 'sync', drains: false, forced: true } },
        addService: { calls: [{ at: '1.*', role: 'request' }] },
      },
    },
    Client: {
      label: 'gRPC client',
      kind: 'client',
      phase: 'close-dependencies',
      anyCallIsIo: true,
      timeouts: ['2.deadline'],
      members: {
        close: { closes: { style: 'sync', drains: false } },
        waitForReady: { io: { timeout: [0] }, calls: [{ at: 1, role: 'completion' }] },
      },
    },
  },
  examples: [
    {
      code: `import { Server, ServerCredentials } from '@grpc/grpc-js';

const server = new Server();
server.addService({}, { greet: (call, callback) => callback(null, { text: 'hello' }) });
server.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), () => console.log('serving'));

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.tryShutdown(() => process.exit(0)); // close
});
`,
      opens: ['Server'],
      live: true,
      notClosed: 'server.tryShutdown(() => {}); process.exit(0);',
    },
  ],
};
