import type { Library, SignalHandling } from '../shape.js';

const signals: SignalHandling = { handles: ['SIGINT', 'SIGTERM', 'SIGQUIT', 'SIGUSR2'], then: 'nothing', idempotent: true };

/** Read in `lib/runtime.js`, `lib/connection.js`: the runtime, made by the first connection or worker, stops its workers on signals; `shutdown()` only begins it, the promise of `run()` tells the end. */
export const temporalioWorker: Library = {
  name: '@temporalio/worker',
  manual: 'https://typescript.temporal.io/api/classes/worker.Worker#shutdown',
  verified: 'source',
  exports: {
    Worker: {
      members: {
        create: {
          resolves: 'Worker',
          promise: true,
          opens: true,
          io: true,
          signals,
          calls: [{ at: '0.activities.*', role: 'message', awaited: true }],
        },
      },
    },
    NativeConnection: { members: { connect: { resolves: 'NativeConnection', promise: true, opens: true, io: true, signals } } },
    Runtime: { members: { install: {} } },
  },
  types: {
    Worker: {
      label: 'Temporal worker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: false,
      members: {
        run: { promise: true, starts: true },
        runUntil: { promise: true, starts: true },
        shutdown: { closes: { style: 'detached', drains: true } },
        getState: {},
      },
    },
    NativeConnection: {
      label: 'Temporal connection',
      kind: 'client',
      phase: 'close-dependencies',
      members: { close: { promise: true, closes: { style: 'promise', drains: false } } },
    },
  },
  examples: [
    {
      code: `import { NativeConnection, Worker } from '@temporalio/worker';

const connection = await NativeConnection.connect({ address: 'temporal:7233' });
const worker = await Worker.create({ connection, taskQueue: 'mail', shutdownGraceTime: '8 seconds', activities: {} });
await worker.run();
await connection.close(); // close
`,
      opens: [],
      live: true,
    },
  ],
};
