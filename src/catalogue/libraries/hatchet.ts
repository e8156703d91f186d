import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `v1/client/worker/worker-internal.js`: drains on signals and exits with 0; with `handleKill: false` only drains. */
export const hatchet: Library = {
  name: '@hatchet-dev/typescript-sdk',
  manual: 'https://docs.hatchet.run/home/workers',
  verified: 'source',
  exports: {
    HatchetClient: { returns: 'Hatchet', opens: false, members: { init: { returns: 'Hatchet', opens: false } } },
    default: { returns: 'Hatchet', opens: false },
  },
  types: {
    Hatchet: {
      label: 'Hatchet client',
      kind: 'client',
      members: {
        worker: {
          resolves: 'Worker',
          promise: true,
          opens: true,
          signals: { handles: ['SIGTERM', 'SIGINT'], then: 'exit', idempotent: true },
        },
        ...each('task durableTask', { calls: [{ at: '0.fn', role: 'message', awaited: true }] }),
      },
    },
    Worker: {
      label: 'Hatchet worker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: { start: { promise: true, starts: true }, stop: { promise: true, closes: { style: 'promise', drains: true } } },
    },
  },
  examples: [
    {
      code: `import { HatchetClient } from '@hatchet-dev/typescript-sdk';

const hatchet = HatchetClient.init();
let worker;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await worker?.stop(); // close
  process.exit(0);
});
worker = await hatchet.worker('mail');
await worker.start();
`,
      opens: ['Worker'],
      live: true,
      notClosed: 'worker?.stop();',
    },
  ],
};
