import type { Library } from '../shape.js';

/** Read in `build/src/subscriber.js`: `close()` hands messages in flight back (NackImmediately) unless `closeOptions.behavior` is WaitForProcessing. */
export const googleCloudPubsub: Library = {
  name: '@google-cloud/pubsub',
  manual: 'https://cloud.google.com/nodejs/docs/reference/pubsub/latest/pubsub/subscription',
  verified: 'source',
  exports: { PubSub: { returns: 'PubSub', opens: true } },
  types: {
    PubSub: {
      label: 'Pub/Sub client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      anyCallIsIo: true,
      members: {
        close: { promise: true, closes: { style: 'either', drains: false } },
        subscription: { returns: 'Subscription', opens: true },
        topic: { returns: 'Topic', opens: false },
      },
    },
    Topic: {
      label: 'Pub/Sub topic',
      kind: 'producer',
      anyCallIsIo: true,
      members: {
        flush: { promise: true, flushes: { style: 'either', drains: true } },
        subscription: { returns: 'Subscription', opens: true },
      },
    },
    Subscription: {
      label: 'Pub/Sub subscription',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        close: { promise: true, closes: { style: 'either', drains: false } },
        on: { returns: 'this', starts: { at: 0, is: 'message' } },
      },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { PubSub } from '@google-cloud/pubsub';

const pubsub = new PubSub();
const subscription = pubsub.subscription('mail');
subscription.on('message', (message) => message.ack());

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await subscription.close(); // close
  await pubsub.close();
  process.exit(0);
});
`,
      opens: ['PubSub', 'Subscription'],
      live: true,
      notClosed: 'subscription.close();',
    },
  ],
};
