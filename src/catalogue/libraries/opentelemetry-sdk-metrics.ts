import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The timer of the reader is unreferenced. Read in `PeriodicExportingMetricReader`. */
export const opentelemetrySdkMetrics: Library = {
  name: '@opentelemetry/sdk-metrics',
  manual: 'https://opentelemetry.io/docs/languages/js/instrumentation/',
  verified: 'source',
  exports: { MeterProvider: { returns: 'MeterProvider', opens: true }, PeriodicExportingMetricReader: {} },
  types: {
    MeterProvider: {
      label: 'meter provider',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      needsClose: true,
      members: {
        shutdown: { promise: true, closes: { style: 'promise', drains: true } },
        forceFlush: { promise: true, flushes: { style: 'promise', drains: true } },
        ...each('getMeter addMetricReader', {}),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { MeterProvider } from '@opentelemetry/sdk-metrics';

const provider = new MeterProvider();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await provider.shutdown(); // close
  process.exit(0);
});
`,
      opens: ['MeterProvider', 'node:http#Server'],
      live: true,
      notClosed: 'provider.shutdown();',
    },
  ],
};
