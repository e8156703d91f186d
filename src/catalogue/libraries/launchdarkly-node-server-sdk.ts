import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations: `close()` gives nothing, `flush()` a promise. */
export const launchdarkly: Library = {
  name: '@launchdarkly/node-server-sdk',
  modules: ['@launchdarkly/node-server-sdk', 'launchdarkly-node-server-sdk'],
  manual: 'https://launchdarkly.com/docs/sdk/features/shutdown',
  verified: 'manual',
  exports: { init: { returns: 'LDClient', opens: true } },
  types: {
    LDClient: {
      label: 'LaunchDarkly client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        close: { closes: { style: 'sync', drains: false } },
        flush: { promise: true, flushes: { style: 'either', drains: true } },
        waitForInitialization: { promise: true, io: { timeout: ['0.timeout'] } },
        ...each('variation boolVariation allFlagsState', { promise: true }),
        track: { logs: true },
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { init } from '@launchdarkly/node-server-sdk';

const flags = init('key');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await flags.flush(); // close
  flags.close();
  process.exit(0);
});
`,
      opens: ['LDClient', 'node:http#Server'],
      live: true,
      notClosed: 'flags.flush();',
    },
  ],
};
