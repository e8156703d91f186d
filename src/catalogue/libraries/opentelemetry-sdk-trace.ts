import { each } from '../members.js';
import type { Library } from '../shape.js';

/** The timer of the batch processor is unreferenced. Read in `BatchSpanProcessorBase`. */
export const opentelemetrySdkTrace: Library = {
  name: '@opentelemetry/sdk-trace-node',
  modules: ['@opentelemetry/sdk-trace-node', '@opentelemetry/sdk-trace-base'],
  manual: 'https://opentelemetry.io/docs/languages/js/instrumentation/',
  verified: 'source',
  exports: {
    ...each('NodeTracerProvider BasicTracerProvider', { returns: 'TracerProvider', opens: true }),
    ...each('BatchSpanProcessor SimpleSpanProcessor', { returns: 'Processor', opens: false }),
    ConsoleSpanExporter: {},
  },
  types: {
    TracerProvider: {
      label: 'tracer provider',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      needsClose: true,
      members: {
        shutdown: { promise: true, closes: { style: 'promise', drains: true } },
        forceFlush: { promise: true, flushes: { style: 'promise', drains: true } },
        ...each('register addSpanProcessor getTracer', {}),
      },
    },
    Processor: {
      label: 'span processor',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      members: {
        shutdown: { promise: true, closes: { style: 'promise', drains: true } },
        forceFlush: { promise: true, flushes: { style: 'promise', drains: true } },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { NodeTracerProvider } from '@opentelemetry/sdk-trace-node';

const provider = new NodeTracerProvider();
provider.register();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await provider.shutdown(); // close
  process.exit(0);
});
`,
      opens: ['TracerProvider', 'node:http#Server'],
      live: true,
      notClosed: 'provider.shutdown();',
    },
  ],
};
