import type { Library } from '../shape.js';

/** Measured on Node.js 20 to 26: a listener for a signal switches its default action off; `exit` listeners run no asynchronous work. */
export const nodeProcess: Library = {
  name: 'node:process',
  manual: 'https://nodejs.org/api/process.html#signal-events',
  verified: 'measured',
  globals: { process: { is: 'Process' } },
  exports: {
    default: { is: 'Process' },
    exit: { exits: 'now' }, reallyExit: { exits: 'now' }, abort: { exits: 'abort' }, kill: { exits: 'signal' }, nextTick: { calls: [{ at: 0, role: 'now' }] },
  },
  types: {
    Process: {
      label: 'process', kind: 'process',
      members: {
        exit: { exits: 'now' }, reallyExit: { exits: 'now' }, abort: { exits: 'abort' }, kill: { exits: 'signal' },
        nextTick: { calls: [{ at: 0, role: 'now' }] }, emitWarning: { logs: true }, cwd: {}, uptime: {}, memoryUsage: {}, hrtime: {}, cpuUsage: {}, send: {},
        stdout: { is: 'Output' }, stderr: { is: 'Output' },
      },
      events: {
        uncaughtException: { role: 'fatal' }, unhandledRejection: { role: 'fatal' }, exit: { role: 'exit' }, beforeExit: { role: 'beforeExit' },
        uncaughtExceptionMonitor: { role: 'event' }, rejectionHandled: { role: 'event' }, multipleResolves: { role: 'event' }, warning: { role: 'event' },
        message: { role: 'event' }, disconnect: { role: 'event' }, worker: { role: 'event' }, '*': { role: 'signal' },
      },
    },
    Output: { label: 'output stream', kind: 'value', members: { write: { logs: true, calls: [{ at: 'last', role: 'completion' }] } }, events: { '*': { role: 'event' } } },
  },
  examples: [{ code: "import process from 'node:process';\nprocess.on('SIGTERM', () => process.exit(0));\n", opens: [], live: false }],
};
