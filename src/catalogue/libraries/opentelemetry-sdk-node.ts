import type { Library } from '../shape.js';

/** No signal handler of its own; what is not shut down loses its last spans; a second shutdown resolves. Read in the package, and measured. */
export const opentelemetrySdkNode: Library = {
  name: '@opentelemetry/sdk-node',
  manual: 'https://opentelemetry.io/docs/languages/js/getting-started/nodejs/',
  verified: 'source',
  exports: { NodeSDK: { returns: 'NodeSDK', opens: true } },
  types: {
    NodeSDK: {
      label: 'OpenTelemetry SDK',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      needsClose: true,
      members: {
        start: { promise: true },
        shutdown: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        addResource: {},
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { NodeSDK } from '@opentelemetry/sdk-node';

const telemetry = new NodeSDK();
telemetry.start();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await telemetry.shutdown(); // close
  process.exit(0);
});
`,
      opens: ['NodeSDK', 'node:http#Server'],
      live: true,
      notClosed: 'telemetry.shutdown();',
    },
  ],
};
