import type { Library } from '../shape.js';

/** Measured; read in `lib/terminus.js`: beforeShutdown, stop of the server (cut after `timeout`, 1000 ms by default), onSignal, onShutdown, then the signal again (`useExit0`: exit). */
export const terminus: Library = {
  name: '@godaddy/terminus',
  manual: 'https://github.com/godaddy/terminus#usage',
  verified: 'measured',
  answers: 'terminus',
  sweeps: 'terminus',
  exports: {
    createTerminus: {
      returns: 0,
      signals: {
        handles: ['SIGTERM'],
        from: '1.signals',
        then: 'reraise',
        idempotent: true,
        deadline: 1000,
        deadlineAt: '1.timeout',
        closes: 0,
      },
      calls: [
        { at: '1.beforeShutdown', role: 'shutdown', awaited: true },
        { at: '1.onSignal', role: 'shutdown', awaited: true, drained: true },
        { at: '1.onShutdown', role: 'shutdown', awaited: true, drained: true },
        { at: '1.healthChecks.*', role: 'probe', awaited: true },
        { at: '1.onSendFailureDuringShutdown', role: 'event', awaited: true },
      ],
    },
    HealthCheckError: {},
    TerminusOptions: {},
  },
  examples: [
    {
      code: `import http from 'node:http';
import { createTerminus } from '@godaddy/terminus';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
createTerminus(server, { signals: ['SIGTERM', 'SIGINT'], timeout: 8000 }); // close
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
