import { each } from '../members.js';
import type { Library } from '../shape.js';

/** From its declarations. */
export const applicationinsights: Library = {
  name: 'applicationinsights',
  manual: 'https://learn.microsoft.com/en-us/azure/azure-monitor/app/opentelemetry-configuration',
  verified: 'manual',
  exports: {
    useAzureMonitor: {},
    shutdownAzureMonitor: { promise: true, flushes: { style: 'promise', drains: true, kept: 'Client' } },
    flushAzureMonitor: { promise: true, flushes: { style: 'promise', drains: true, kept: 'Client' } },
    setup: { returns: 'Setup', opens: false },
    start: {},
    dispose: {},
    defaultClient: { is: 'Client' },
    TelemetryClient: { returns: 'Client', opens: false },
  },
  types: {
    Setup: {
      label: 'Application Insights',
      kind: 'telemetry',
      members: each('start setAutoCollectConsole setAutoCollectRequests setAutoCollectExceptions setSendLiveMetrics', { returns: 'this' }),
    },
    Client: {
      label: 'Application Insights client',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      members: {
        flush: { flushes: { style: 'callback', drains: true } },
        ...each('trackEvent trackException trackMetric trackTrace trackRequest trackDependency', { logs: true }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { shutdownAzureMonitor, useAzureMonitor } from 'applicationinsights';

useAzureMonitor();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await shutdownAzureMonitor(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'shutdownAzureMonitor();',
    },
  ],
};
