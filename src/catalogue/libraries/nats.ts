import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/nats-base-client/nats.js`: `drain()` lets subscriptions finish, flushes, then closes. */
export const nats: Library = {
  name: 'nats',
  modules: ['nats', '@nats-io/transport-node'],
  manual: 'https://github.com/nats-io/nats.js/blob/main/core/README.md#connection-status-shutdown-and-errors',
  verified: 'source',
  exports: { connect: { resolves: 'NatsConnection', promise: true, opens: true, io: true }, ...each('StringCodec JSONCodec headers', {}) },
  types: {
    NatsConnection: {
      label: 'NATS connection',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        drain: { promise: true, closes: { style: 'promise', drains: true } },
        close: { promise: true, closes: { style: 'promise', drains: false } },
        '@@asyncDispose': { promise: true, closes: { style: 'promise', drains: true } },
        closed: { promise: true },
        subscribe: { returns: 'Subscription', starts: true, calls: [{ at: '1.callback', role: 'message' }] },
        publish: {},
        request: { promise: true, io: { timeout: ['2.timeout'] } },
        flush: { promise: true, io: true },
        ...each('jetstream status', {}),
      },
    },
    Subscription: {
      label: 'NATS subscription',
      kind: 'consumer',
      phase: 'drain',
      members: {
        drain: { promise: true, closes: { style: 'promise', drains: true } },
        unsubscribe: { closes: { style: 'sync', drains: false } },
      },
    },
  },
  examples: [
    {
      code: `import { connect } from 'nats';

let connection;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await connection?.drain(); // close
  process.exit(0);
});
connection = await connect({ servers: 'nats' });
connection.subscribe('mail', { callback: (error, message) => console.log(message.subject) });
`,
      opens: ['NatsConnection'],
      live: true,
      notClosed: 'connection?.drain();',
    },
  ],
};
