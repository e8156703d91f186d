import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Has no public flush: sends its last spans on `beforeExit` only, so `process.exit()` loses them. Read in `packages/dd-trace/src/bootstrap.js`, DataDog/dd-trace-js#708. */
export const ddTrace: Library = {
  name: 'dd-trace',
  manual: 'https://docs.datadoghq.com/tracing/trace_collection/dd_libraries/nodejs/',
  verified: 'source',
  exports: { default: { is: 'Tracer' }, tracer: { is: 'Tracer' } },
  types: {
    Tracer: {
      label: 'tracer',
      kind: 'telemetry',
      phase: 'flush-telemetry',
      call: { returns: 'this' },
      members: {
        ...each('init use', { returns: 'this' }),
        trace: { calls: [{ at: 'last', role: 'now' }] },
        wrap: { returns: 2 },
        ...each('startSpan scope setUser', {}),
        dogstatsd: { is: 'Metrics' },
      },
    },
    Metrics: {
      label: 'metrics',
      kind: 'telemetry',
      members: { ...each('increment decrement gauge distribution histogram', { logs: true }), flush: {} },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import tracer from 'dd-trace';

tracer.init();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  process.exitCode = 0;
  server.close(); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
