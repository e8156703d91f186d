import { each } from '../members.js';
import type { Library } from '../shape.js';

/**
 * Read in `dist/runner.js`: a timer, and a Graphile worker where tasks are given. That worker handles signals, but never clears the timer;
 * `stop()` does both, and throws when it is called again.
 */
export const graphileScheduler: Library = {
  name: 'graphile-scheduler',
  manual: 'https://github.com/davbeck/graphile-scheduler#run',
  verified: 'source',
  exports: {
    run: {
      resolves: 'Runner',
      promise: true,
      opens: true,
      starts: true,
      calls: [{ at: '0.taskList.*', role: 'message', awaited: true }],
    },
    runOnce: { promise: true, io: true },
  },
  types: {
    Runner: {
      label: 'Graphile scheduler',
      kind: 'scheduler',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        stop: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('run runOnce runMigrations', { promise: true, io: true }),
      },
    },
  },
  examples: [
    {
      code: `import { run } from 'graphile-scheduler';

let runner;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await runner?.stop(); // close
  process.exit(0);
});
runner = await run({
  connectionString: 'postgres://postgres/jobs',
  noHandleSignals: true,
  schedules: [{ name: 'clean', pattern: '0 * * * *', task: async () => console.log('cleaned') }],
});
`,
      opens: ['Runner'],
      live: false,
      notClosed: 'runner?.stop();',
    },
  ],
};
