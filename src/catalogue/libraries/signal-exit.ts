import type { Library } from '../shape.js';

/** Measured: runs synchronous code only, then sends the signal again, which PID 1 ignores. */
export const signalExit: Library = {
  name: 'signal-exit',
  manual: 'https://github.com/tapjs/signal-exit#readme',
  verified: 'measured',
  exports: {
    onExit: { signals: { handles: ['SIGHUP', 'SIGINT', 'SIGTERM'], then: 'reraise' }, calls: [{ at: 0, role: 'exit' }] },
    default: { signals: { handles: ['SIGHUP', 'SIGINT', 'SIGTERM'], then: 'reraise' }, calls: [{ at: 0, role: 'exit' }] },
    load: {},
    unload: {},
  },
  examples: [
    {
      code: `import { writeFileSync } from 'node:fs';
import { onExit } from 'signal-exit';

onExit((code, signal) => writeFileSync('last-exit', String(signal ?? code)));
`,
      opens: [],
      live: false,
    },
  ],
};
