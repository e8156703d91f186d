import { each } from '../members.js';
import type { Library, Member } from '../shape.js';

const flush: Member = { promise: true, flushes: { style: 'promise', drains: true, deadline: 0 } };

/** `close()` and `flush()` wait at most for the time given. Read in `@sentry/core/exports.d.ts`; hubs in that of version 7. */
export const sentryNode: Library = {
  name: '@sentry/node',
  modules: ['@sentry/node', '@sentry/node-core', '@sentry/nestjs', '@sentry/serverless', '@sentry/bun'],
  manual: 'https://docs.sentry.io/platforms/javascript/guides/node/configuration/draining/',
  verified: 'source',
  exports: {
    init: {},
    close: { promise: true, flushes: { style: 'promise', drains: true, kept: 'Client', deadline: 0 } },
    flush: { promise: true, flushes: { style: 'promise', drains: true, kept: 'Client', deadline: 0 } },
    ...each('captureException captureMessage captureEvent addBreadcrumb', { logs: true }),
    ...each('withScope startSpan', { calls: [{ at: 'last', role: 'now' }] }),
    getClient: { returns: 'Client' },
    getCurrentHub: { returns: 'Hub' },
    ...each('Handlers setupExpressErrorHandler setTag setUser httpIntegration', {}),
  },
  types: {
    Client: {
      label: 'Sentry client',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      members: { ...each('close flush', flush), ...each('captureException captureMessage captureEvent', { logs: true }) },
    },
    Hub: {
      label: 'Sentry hub',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      members: { getClient: { returns: 'Client' }, ...each('captureException captureMessage captureEvent', { logs: true }) },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import * as Sentry from '@sentry/node';

Sentry.init({ dsn: 'https://key@sentry/1' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await Sentry.close(2000); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'Sentry.close(2000);',
    },
  ],
};
