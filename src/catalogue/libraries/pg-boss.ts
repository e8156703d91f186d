import type { Library } from '../shape.js';

/** Measured (10.4) and read in `dist/index.js`: `stop()` waits for the running jobs, 30,000 ms at most by default; `graceful: false` does not. */
export const pgBoss: Library = {
  name: 'pg-boss',
  manual: 'https://timgit.github.io/pg-boss/#/./api/ops?id=stop',
  verified: 'measured',
  exports: { default: { returns: 'PgBoss', opens: true }, PgBoss: { returns: 'PgBoss', opens: true } },
  types: {
    PgBoss: {
      label: 'pg-boss',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      extends: ['node:events#EventEmitter'],
      members: {
        start: { resolves: 'this', promise: true, io: true },
        work: { promise: true, starts: true, calls: [{ at: 'last', role: 'message', awaited: true }] },
        stop: { promise: true, closes: { style: 'promise', drains: true, forced: { at: '0.graceful', is: false }, deadline: 30_000 } },
        offWork: { promise: true },
      },
    },
  },
  examples: [
    {
      code: `import { PgBoss } from 'pg-boss';

const boss = new PgBoss('postgres://postgres/jobs');

process.once('SIGTERM', async () => {
  await boss.stop(); // close
  process.exit(0);
});
await boss.start();
await boss.work('mail', async ([job]) => console.log(job.id));
`,
      opens: ['PgBoss'],
      live: true,
      notClosed: 'boss.stop();',
    },
  ],
};
