import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const calls: Member['calls'] = [
  { at: '0.handleMessage', role: 'message', awaited: true },
  { at: '0.handleMessageBatch', role: 'message', awaited: true },
];

/** Read in `dist/esm/consumer.js`: `stop()` returns at once; the `stopped` event tells the end, after messages in flight only with `pollingCompleteWaitTimeMs` > 0. */
export const sqsConsumer: Library = {
  name: 'sqs-consumer',
  manual: 'https://bbc.github.io/sqs-consumer/classes/Consumer.html#stop',
  verified: 'source',
  exports: { Consumer: { returns: 'Consumer', opens: true, calls, members: { create: { returns: 'Consumer', opens: true, calls } } } },
  types: {
    Consumer: {
      label: 'SQS consumer',
      kind: 'consumer',
      phase: 'drain',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:events#EventEmitter'],
      members: {
        start: { starts: true },
        stop: { closes: { style: 'detached', drains: true, event: 'stopped', forced: { at: '0.abort', is: true } } },
        ...each('isRunning status updateOption', {}),
      },
    },
  },
  examples: [
    {
      code: `import { once } from 'node:events';
import { Consumer } from 'sqs-consumer';

const consumer = Consumer.create({
  queueUrl: 'https://sqs.eu-west-1.amazonaws.com/1/mail',
  pollingCompleteWaitTimeMs: 8000,
  handleMessage: async (message) => message,
});
consumer.start();

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  consumer.stop(); // close
  await once(consumer, 'stopped');
  process.exit(0);
});
`,
      opens: ['Consumer'],
      live: true,
      notClosed: '',
    },
  ],
};
