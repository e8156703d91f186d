import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `lib/channel_model.js`, `lib/callback_model.js`: closing waits for the broker's answer, not for handlers; `cancel()` ends deliveries only. */
export const amqplib: readonly Library[] = [
  {
    name: 'amqplib',
    manual: 'https://amqp-node.github.io/amqplib/channel_api.html#model_close',
    verified: 'source',
    exports: { connect: { resolves: 'ChannelModel', promise: true, opens: true, io: { timeout: ['1.timeout'] } } },
    types: {
      ChannelModel: {
        label: 'AMQP connection',
        kind: 'client',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        extends: ['node:events#EventEmitter'],
        members: {
          close: { promise: true, closes: { style: 'promise', drains: false } },
          createChannel: { resolves: 'Channel', promise: true, opens: true, attaches: ['this'] },
          createConfirmChannel: { resolves: 'ConfirmChannel', promise: true, opens: true, attaches: ['this'] },
        },
      },
      Connection: {
        label: 'AMQP connection',
        kind: 'client',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        extends: ['ChannelModel'],
      },
      Channel: {
        label: 'AMQP channel',
        kind: 'consumer',
        phase: 'drain',
        extends: ['node:events#EventEmitter'],
        members: {
          consume: { promise: true, starts: true, calls: [{ at: 1, role: 'message' }] },
          close: { promise: true, closes: { style: 'promise', drains: false } },
          ...each(
            'assertQueue checkQueue deleteQueue purgeQueue bindQueue unbindQueue assertExchange checkExchange deleteExchange bindExchange prefetch get cancel recover waitForConfirms',
            { promise: true },
          ),
          ...each('ack ackAll nack nackAll reject publish sendToQueue', {}),
        },
      },
      ConfirmChannel: { label: 'AMQP channel', kind: 'consumer', phase: 'drain', extends: ['Channel'] },
    },
    examples: [
      {
        code: `import amqp from 'amqplib';

let connection;
let channel;

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await channel?.close();
  await connection?.close(); // close
  process.exit(0);
});
connection = await amqp.connect('amqp://rabbit');
channel = await connection.createChannel();
await channel.consume('mail', (message) => channel.ack(message));
`,
        opens: ['ChannelModel', 'Channel'],
        live: true,
        notClosed: 'connection?.close();',
      },
    ],
  },
  {
    name: 'amqplib/callback_api',
    manual: 'https://amqp-node.github.io/amqplib/channel_api.html#callbacks',
    verified: 'source',
    exports: { connect: { calls: [{ at: 'last', role: 'completion', parameters: [null, 'Connection'] }], io: true } },
    types: {
      Connection: {
        label: 'AMQP connection',
        kind: 'client',
        phase: 'close-dependencies',
        keepsAlive: true,
        needsClose: true,
        extends: ['node:events#EventEmitter'],
        members: {
          close: { closes: { style: 'callback', drains: false } },
          ...each('createChannel createConfirmChannel', {
            returns: 'Channel',
            calls: [{ at: 'last', role: 'completion', parameters: [null, 'Channel'] }],
          }),
        },
      },
      Channel: {
        label: 'AMQP channel',
        kind: 'consumer',
        phase: 'drain',
        extends: ['node:events#EventEmitter'],
        members: {
          consume: {
            starts: true,
            calls: [
              { at: 1, role: 'message' },
              { at: 3, role: 'completion' },
            ],
          },
          close: { closes: { style: 'callback', drains: false } },
          ...each(
            'assertQueue checkQueue deleteQueue purgeQueue bindQueue unbindQueue assertExchange checkExchange deleteExchange bindExchange prefetch get cancel recover waitForConfirms',
            { calls: [{ at: 'last', role: 'completion' }] },
          ),
          ...each('ack nack publish sendToQueue', {}),
        },
      },
    },
    examples: [
      {
        code: `import amqp from 'amqplib/callback_api.js';

let connection;
let channel;

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  channel.close(() => connection.close(() => process.exit(0))); // close
});
amqp.connect('amqp://rabbit', (error, opened) => {
  connection = opened;
  connection.createChannel((failure, created) => {
    channel = created;
    channel.consume('mail', (message) => channel.ack(message));
  });
});
`,
        opens: [],
        live: true,
        notClosed: 'channel.close(); process.exit(0);',
      },
    ],
    modules: ['amqplib/callback_api', 'amqplib/callback_api.js'],
  },
];
