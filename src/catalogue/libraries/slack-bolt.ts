import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const slackBolt: Library = {
  name: '@slack/bolt',
  manual: 'https://docs.slack.dev/tools/bolt-js/reference',
  verified: 'manual',
  exports: {
    App: { returns: 'App', opens: true },
    ...each('ExpressReceiver HTTPReceiver SocketModeReceiver AwsLambdaReceiver LogLevel', {}),
  },
  types: {
    App: {
      label: 'Bolt app',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        start: { promise: true, starts: true },
        stop: { promise: true, closes: { style: 'promise', drains: true } },
        ...each('event message action command shortcut view options function step use', {
          calls: [{ at: 'rest', role: 'message', awaited: true }],
        }),
        error: { calls: [{ at: 0, role: 'error-request', awaited: true }] },
        client: { is: 'Client' },
      },
    },
    Client: { label: 'Slack client', kind: 'client', anyCallIsIo: true },
  },
  examples: [
    {
      code: `import { App } from '@slack/bolt';

const app = new App({ token: 'xoxb', signingSecret: 'secret' });
app.message('hello', async ({ say }) => say('hi'));

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await app.stop(); // close
  process.exit(0);
});
await app.start(3000);
`,
      opens: ['App'],
      live: true,
      notClosed: 'app.stop();',
    },
  ],
};
