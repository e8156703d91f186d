import type { Library } from '../shape.js';

/** Read in `components/connect/types.js`: a connected worker closes on signals, unless `handleShutdownSignals: []`. */
export const inngest: Library = {
  name: 'inngest',
  modules: ['inngest', 'inngest/*'],
  manual: 'https://www.inngest.com/docs/setup/connect',
  verified: 'source',
  exports: {
    Inngest: { returns: 'Inngest', opens: false },
    serve: {},
    connect: {
      resolves: 'Connection',
      promise: true,
      opens: true,
      starts: true,
      io: true,
      signals: { handles: ['SIGINT', 'SIGTERM'], from: '0.handleShutdownSignals', then: 'nothing', idempotent: true },
    },
  },
  types: {
    Inngest: {
      label: 'Inngest client',
      kind: 'client',
      members: { createFunction: { calls: [{ at: 'last', role: 'message', awaited: true }] }, send: { promise: true, io: true } },
    },
    Connection: {
      label: 'Inngest worker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: { close: { promise: true, closes: { style: 'promise', drains: true } }, closed: {} },
    },
  },
  examples: [
    {
      code: `import { Inngest } from 'inngest';
import { connect } from 'inngest/connect';

const inngest = new Inngest({ id: 'mail' });
let connection;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await connection?.close(); // close
  process.exit(0);
});
connection = await connect({ apps: [{ client: inngest, functions: [] }], handleShutdownSignals: [] });
`,
      opens: ['Connection'],
      live: true,
      notClosed: 'connection?.close();',
    },
  ],
};
