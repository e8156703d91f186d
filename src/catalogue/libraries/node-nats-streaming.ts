import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/stan.js`: `close()` asks the server first and gives nothing; the `close` event tells the end. Subscriptions have no drain. */
export const nodeNatsStreaming: Library = {
  name: 'node-nats-streaming',
  manual: 'https://github.com/nats-io/stan.js#basic-usage',
  verified: 'source',
  exports: { connect: { returns: 'Stan', opens: true, io: true } },
  types: {
    Stan: {
      label: 'NATS Streaming connection',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { closes: { style: 'detached', drains: false, event: 'close' } },
        subscribe: { returns: 'Subscription', starts: true },
        ...each('publish subscriptionOptions isClosed', {}),
      },
      events: { '*': { role: 'event' } },
    },
    Subscription: {
      label: 'NATS Streaming subscription',
      kind: 'consumer',
      phase: 'drain',
      members: {
        close: { closes: { style: 'detached', drains: false, event: 'closed' } },
        unsubscribe: { closes: { style: 'detached', drains: false, event: 'unsubscribed' } },
        isClosed: {},
      },
      events: { message: { role: 'message' }, '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { once } from 'node:events';
import nats from 'node-nats-streaming';

const client = nats.connect('shop', 'mailer', { url: 'http://nats:4222' });
client.on('connect', () => {
  client.subscribe('mail', 'mailers').on('message', (message) => console.log(message.getData()));
});

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  client.close(); // close
  await once(client, 'close');
  process.exit(0);
});
`,
      opens: ['Stan'],
      live: true,
      notClosed: '',
    },
  ],
};
