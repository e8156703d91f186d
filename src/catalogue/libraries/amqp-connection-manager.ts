import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `dist/cjs/AmqpConnectionManager.js`: closing the connection closes its channels first. */
export const amqpConnectionManager: Library = {
  name: 'amqp-connection-manager',
  manual: 'https://github.com/jwalton/node-amqp-connection-manager#amqpconnectionmanagerclose',
  verified: 'source',
  exports: { connect: { returns: 'AmqpConnectionManager', opens: true }, default: {} },
  types: {
    AmqpConnectionManager: {
      label: 'AMQP connection',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { promise: true, closes: { style: 'promise', drains: false } },
        createChannel: {
          returns: 'ChannelWrapper',
          opens: true,
          attaches: ['this'],
          calls: [{ at: '0.setup', role: 'startup', awaited: true, parameters: ['amqplib#ConfirmChannel'] }],
        },
        isConnected: {},
      },
      events: { '*': { role: 'event' } },
    },
    ChannelWrapper: {
      label: 'AMQP channel',
      kind: 'consumer',
      phase: 'drain',
      members: {
        close: { promise: true, closes: { style: 'promise', drains: false } },
        consume: { promise: true, starts: true, calls: [{ at: 1, role: 'message' }] },
        addSetup: { promise: true, calls: [{ at: 0, role: 'startup', awaited: true, parameters: ['amqplib#ConfirmChannel'] }] },
        ...each('publish sendToQueue waitForConnect cancelAll', { promise: true, io: true }),
        ...each('ack nack', {}),
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import amqp from 'amqp-connection-manager';

const connection = amqp.connect(['amqp://rabbit']);
const channel = connection.createChannel();
channel.consume('mail', (message) => channel.ack(message));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await channel.close();
  await connection.close(); // close
  process.exit(0);
});
`,
      opens: ['AmqpConnectionManager', 'ChannelWrapper'],
      live: true,
      notClosed: 'connection.close();',
    },
  ],
};
