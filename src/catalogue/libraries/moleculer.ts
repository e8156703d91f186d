import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Stops and exits with 0 on signals, unless `skipProcessEventRegistration`; `stopped()` of each service runs then. Read in `src/service-broker.js`, `src/runner.js`. */
export const moleculer: Library = {
  name: 'moleculer',
  manual: 'https://moleculer.services/docs/0.14/lifecycle',
  verified: 'source',
  answers: 'moleculer',
  exports: {
    ServiceBroker: {
      returns: 'ServiceBroker',
      opens: true,
      signals: {
        handles: ['SIGINT', 'SIGTERM'],
        if: { at: '0.skipProcessEventRegistration', is: true, not: true },
        then: 'exit',
        idempotent: true,
      },
    },
    Service: {},
    Errors: {},
  },
  commands: [
    { command: 'moleculer-runner', signals: { handles: ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT'], then: 'exit', idempotent: true } },
  ],
  types: {
    ServiceBroker: {
      label: 'Moleculer broker',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        start: { promise: true, starts: true },
        stop: { promise: true, closes: { style: 'promise', drains: true, idempotent: true } },
        createService: {
          calls: [
            { at: '0.actions.*', role: 'request', awaited: true },
            { at: '0.actions.*.handler', role: 'request', awaited: true },
            { at: '0.events.*', role: 'message', awaited: true },
            { at: '0.events.*.handler', role: 'message', awaited: true },
            { at: '0.started', role: 'startup', awaited: true },
            { at: '0.stopped', role: 'shutdown', awaited: true },
          ],
        },
        call: { promise: true, io: { timeout: ['2.timeout'] } },
        ...each('emit broadcast loadService loadServices repl', {}),
        logger: { is: 'Logger' },
      },
    },
    Logger: { label: 'logger', kind: 'logger', members: each('info warn error debug trace fatal', { logs: true }) },
  },
  examples: [
    {
      code: `import { ServiceBroker } from 'moleculer';

const broker = new ServiceBroker({ skipProcessEventRegistration: true });
broker.createService({ name: 'greeter', actions: { hello: () => 'hello' } });

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await broker.stop(); // close
  process.exit(0);
});
await broker.start();
`,
      opens: ['ServiceBroker'],
      live: true,
      notClosed: 'broker.stop();',
    },
  ],
};
