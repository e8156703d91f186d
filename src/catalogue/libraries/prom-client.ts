import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: starts no timer; only a push gateway has something to send at the end. */
export const promClient: Library = {
  name: 'prom-client',
  manual: 'https://github.com/siimon/prom-client#pushgateway',
  verified: 'measured',
  exports: {
    ...each('Counter Gauge Histogram Summary', { returns: 'Metric', opens: false }),
    Pushgateway: { returns: 'Pushgateway', opens: true },
    ...each('collectDefaultMetrics Registry register', {}),
  },
  types: {
    Metric: {
      label: 'metric',
      kind: 'value',
      members: { ...each('inc dec set observe reset remove', { logs: true }), labels: { returns: 'this' }, startTimer: {} },
    },
    Pushgateway: {
      label: 'push gateway',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      members: each('push pushAdd', { promise: true, io: { timeout: ['0.timeout'] }, flushes: { style: 'promise', drains: true } }),
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import client from 'prom-client';

client.collectDefaultMetrics();
const stops = new client.Counter({ name: 'stops_total', help: 'Stops' });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  stops.inc();
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
