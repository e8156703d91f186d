import type { Library } from '../shape.js';

export const nodePerfHooks: Library = {
  name: 'node:perf_hooks',
  manual: 'https://nodejs.org/docs/latest/api/perf_hooks.html#performanceobserverdisconnect',
  verified: 'manual',
  exports: {
    PerformanceObserver: { returns: 'PerformanceObserver', opens: true, calls: [{ at: 0, role: 'event' }] },
    monitorEventLoopDelay: { returns: 'Histogram', opens: true },
    performance: { members: { now: {}, mark: {}, measure: {} } },
  },
  types: {
    PerformanceObserver: {
      label: 'performance observer',
      kind: 'value',
      members: { observe: {}, disconnect: { closes: { style: 'sync', drains: false } } },
    },
    Histogram: {
      label: 'event-loop monitor',
      kind: 'value',
      members: { enable: {}, disable: { closes: { style: 'sync', drains: false } } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';

const delay = monitorEventLoopDelay();
delay.enable();
const server = http.createServer((request, response) => response.end(String(delay.mean))).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  delay.disable(); // close
  server.close(() => process.exit(0));
});
`,
      opens: ['Histogram', 'node:http#Server'],
      live: true,
    },
  ],
};
