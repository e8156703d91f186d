import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/agenda/stop.js`: `stop()` unlocks the jobs and does not wait for the running ones; `drain()` waits. */
export const agenda: Library = {
  name: 'agenda',
  modules: ['agenda', '@hokify/agenda'],
  manual: 'https://github.com/agenda/agenda#stopping',
  verified: 'source',
  exports: { default: { returns: 'Agenda', opens: true }, Agenda: { returns: 'Agenda', opens: true } },
  types: {
    Agenda: {
      label: 'Agenda',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        start: { promise: true, starts: true },
        stop: { promise: true, closes: { style: 'promise', drains: false } },
        drain: { promise: true, closes: { style: 'promise', drains: true } },
        close: { promise: true, closes: { style: 'promise', drains: false } },
        define: { calls: [{ at: 'last', role: 'message', awaited: true, done: 1 }] },
        ...each('database mongo name processEvery maxConcurrency defaultConcurrency defaultLockLifetime', { returns: 'this' }),
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { Agenda } from 'agenda';

const agenda = new Agenda({ db: { address: 'mongodb://mongo/jobs' } });
agenda.define('mail', async (job) => console.log(job.attrs.name));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await agenda.drain(); // close
  process.exit(0);
});
await agenda.start();
`,
      opens: ['Agenda'],
      live: true,
      notClosed: 'agenda.drain();',
    },
  ],
};
