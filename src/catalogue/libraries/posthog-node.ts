import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations; `shutdown(ms)` waits 30,000 ms at most by default. */
export const posthogNode: Library = {
  name: 'posthog-node',
  manual: 'https://posthog.com/docs/libraries/node',
  verified: 'manual',
  exports: { PostHog: { returns: 'PostHog', opens: true }, default: {} },
  types: {
    PostHog: {
      label: 'PostHog client',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      needsClose: true,
      members: {
        shutdown: { promise: true, closes: { style: 'promise', drains: true, deadline: 30_000 } },
        flush: { promise: true, flushes: { style: 'promise', drains: true } },
        ...each('capture identify alias groupIdentify captureException', { logs: true }),
        ...each('isFeatureEnabled getFeatureFlag getAllFlags', { promise: true, io: true }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { PostHog } from 'posthog-node';

const posthog = new PostHog('key');
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await posthog.shutdown(5000); // close
  process.exit(0);
});
`,
      opens: ['PostHog', 'node:http#Server'],
      live: true,
      notClosed: 'posthog.shutdown(5000);',
    },
  ],
};
