import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations: `destroyWithFlush()` sends the metrics that are left; the poll timer holds the process. */
export const unleashClient: Library = {
  name: 'unleash-client',
  manual: 'https://github.com/Unleash/unleash-node-sdk#readme',
  verified: 'manual',
  exports: {
    initialize: { returns: 'Unleash', opens: true },
    startUnleash: { resolves: 'Unleash', promise: true, opens: true, io: true },
    Unleash: { returns: 'Unleash', opens: true },
    ...each('isEnabled getVariant', {}),
    ...each('destroy', { closes: { style: 'sync', drains: false, kept: 'Unleash' } }),
  },
  types: {
    Unleash: {
      label: 'Unleash client',
      kind: 'client',
      phase: 'close-dependencies',
      keepsAlive: true,
      needsClose: true,
      members: {
        destroy: { closes: { style: 'sync', drains: false } },
        destroyWithFlush: { promise: true, closes: { style: 'promise', drains: true } },
        start: { promise: true },
        ...each('isEnabled getVariant count', {}),
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { initialize } from 'unleash-client';

const flags = initialize({ url: 'http://unleash', appName: 'shop' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await flags.destroyWithFlush(); // close
  process.exit(0);
});
`,
      opens: ['Unleash', 'node:http#Server'],
      live: true,
      notClosed: 'flags.destroyWithFlush();',
    },
  ],
};
