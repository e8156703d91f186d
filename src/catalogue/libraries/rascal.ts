import type { Library } from '../shape.js';

/** Read in `lib/amqp/Broker.js`: `shutdown()` unsubscribes, waits for messages in flight (`closeTimeout`), then closes. */
export const rascal: Library = {
  name: 'rascal',
  manual: 'https://github.com/onebeyond/rascal#shutdown',
  verified: 'source',
  exports: {
    BrokerAsPromised: { members: { create: { resolves: 'BrokerAsPromised', promise: true, opens: true, io: true } } },
    Broker: { members: { create: { io: true, calls: [{ at: 'last', role: 'completion', parameters: [null, 'Broker'] }] } } },
    createBrokerAsPromised: { resolves: 'BrokerAsPromised', promise: true, opens: true, io: true },
    withDefaultConfig: {},
  },
  types: {
    BrokerAsPromised: {
      label: 'AMQP broker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        shutdown: { promise: true, closes: { style: 'promise', drains: true } },
        subscribe: { resolves: 'Subscription', promise: true, starts: true },
        publish: { promise: true, io: true },
        unsubscribeAll: { promise: true },
        nuke: { promise: true, closes: { style: 'promise', drains: false, forced: true } },
      },
      events: { '*': { role: 'event' } },
    },
    Broker: {
      label: 'AMQP broker',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        shutdown: { closes: { style: 'callback', drains: true } },
        subscribe: { starts: true, calls: [{ at: 'last', role: 'completion', parameters: [null, 'Subscription'] }] },
        publish: { io: true, calls: [{ at: 'last', role: 'completion' }] },
      },
      events: { '*': { role: 'event' } },
    },
    Subscription: {
      label: 'subscription',
      kind: 'value',
      events: { message: { role: 'message' }, '*': { role: 'event' } },
      members: { cancel: { promise: true } },
    },
  },
  examples: [
    {
      code: `import { BrokerAsPromised } from 'rascal';

let broker;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await broker?.shutdown(); // close
  process.exit(0);
});
broker = await BrokerAsPromised.create({});
const subscription = await broker.subscribe('mail');
subscription.on('message', (message, content, ack) => ack());
`,
      opens: ['BrokerAsPromised'],
      live: true,
      notClosed: 'broker?.shutdown();',
    },
  ],
};
