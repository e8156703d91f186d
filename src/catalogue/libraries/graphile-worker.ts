import type { Library } from '../shape.js';

/** Read in `dist/signals.js`, `dist/main.js`: stops on signals and sends itself the signal again, unless `noHandleSignals`. */
export const graphileWorker: Library = {
  name: 'graphile-worker',
  manual: 'https://worker.graphile.org/docs/library/run#runnerstop',
  verified: 'source',
  exports: {
    run: {
      resolves: 'Runner',
      promise: true,
      opens: true,
      starts: true,
      signals: {
        handles: ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGABRT', 'SIGUSR2'],
        if: { at: '0.noHandleSignals', is: true, not: true },
        then: 'reraise',
        idempotent: true,
      },
      calls: [{ at: '0.taskList.*', role: 'message', awaited: true }],
    },
    runOnce: { promise: true, io: true },
    makeWorkerUtils: { resolves: 'WorkerUtils', promise: true, opens: true, io: true },
    quickAddJob: { promise: true, io: true },
    runMigrations: { promise: true, io: true },
  },
  types: {
    Runner: {
      label: 'Graphile worker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: { stop: { promise: true, closes: { style: 'promise', drains: true } }, addJob: { promise: true, io: true }, promise: {} },
    },
    WorkerUtils: {
      label: 'Graphile worker client',
      kind: 'producer',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: { release: { promise: true, closes: { style: 'promise', drains: false } } },
    },
  },
  examples: [
    {
      code: `import { run } from 'graphile-worker';

let runner;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await runner?.stop(); // close
  process.exit(0);
});
runner = await run({
  connectionString: 'postgres://postgres/jobs',
  noHandleSignals: true,
  taskList: { mail: async (payload) => console.log(payload) },
});
`,
      opens: ['Runner'],
      live: true,
      notClosed: 'runner?.stop();',
    },
  ],
};
