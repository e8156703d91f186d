import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Stops on SIGTERM and sends itself the signal again; without `gracePeriod` there is no limit. Read in `dist/application.js`. */
export const loopback: Library = {
  name: '@loopback/core',
  modules: ['@loopback/core', '@loopback/rest', '@loopback/boot'],
  manual: 'https://loopback.io/doc/en/lb4/Life-cycle.html',
  verified: 'source',
  answers: 'loopback',
  exports: {
    ...each('Application RestApplication', {
      returns: 'Application',
      opens: true,
      signals: { handles: ['SIGTERM'], from: '0.shutdown.signals', then: 'reraise', idempotent: true, deadline: '0.shutdown.gracePeriod' },
    }),
    ...each('get post put patch del', { decorates: 'request', route: { path: 0, handlers: [] } }),
    ...each('inject bind lifeCycleObserver injectable', {}),
  },
  lifecycle: { stop: 'shutdown' },
  types: {
    Application: {
      label: 'LoopBack app',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        start: { promise: true, starts: true },
        stop: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('onStart', { calls: [{ at: 0, role: 'startup', awaited: true }] }),
        onStop: { calls: [{ at: 0, role: 'shutdown', awaited: true }] },
        handler: { calls: [{ at: 0, role: 'request', awaited: true }] },
        ...each('controller component bind lifeCycleObserver', { returns: 'this' }),
      },
    },
  },
  examples: [
    {
      code: `import { RestApplication } from '@loopback/rest';

const app = new RestApplication({ shutdown: { signals: [] } });
app.handler(({ response }) => response.end('ok'));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.stop(); // close
  process.exit(0);
});
await app.start();
`,
      opens: ['Application'],
      live: true,
      notClosed: 'app.stop();',
    },
  ],
};
