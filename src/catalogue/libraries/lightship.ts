import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Read in `dist/esm/factories/createLightship.js`: `/live`, `/ready`, `/health` on port 9000; handlers have 5000 ms each (`shutdownHandlerTimeout`), then exits with 1. A promise since version 7. */
export const lightship: Library = {
  name: 'lightship',
  manual: 'https://github.com/gajus/lightship#usage',
  verified: 'source',
  answers: 'lightship',
  exports: {
    createLightship: {
      resolves: 'Lightship',
      promise: true,
      signals: {
        handles: ['SIGTERM', 'SIGHUP', 'SIGINT'],
        from: '0.signals',
        then: 'exit',
        idempotent: true,
        deadline: 65_000,
        deadlineAt: '0.gracefulShutdownTimeout',
        delay: 5000,
        delayAt: '0.shutdownDelay',
      },
    },
  },
  types: {
    Lightship: {
      label: 'Lightship',
      kind: 'helper',
      members: {
        registerShutdownHandler: { calls: [{ at: 0, role: 'shutdown', awaited: true }] },
        shutdown: { promise: true },
        ...each('signalReady signalNotReady createBeacon isServerReady isServerShuttingDown', {}),
        whenFirstReady: { promise: true },
        queueBlockingTask: {},
        server: { is: 'node:http#Server' },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { createLightship } from 'lightship';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const lightship = await createLightship();
lightship.registerShutdownHandler(async () => {
  await new Promise((resolve) => server.close(resolve)); // close
});
lightship.signalReady();
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close();',
    },
  ],
};
