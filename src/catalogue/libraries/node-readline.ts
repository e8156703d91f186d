import type { Library } from '../shape.js';

export const nodeReadline: Library = {
  name: 'node:readline',
  modules: ['node:readline', 'node:readline/promises'],
  manual: 'https://nodejs.org/docs/latest/api/readline.html#rlclose',
  verified: 'manual',
  exports: { createInterface: { returns: 'Interface', opens: true, abort: '0.signal' } },
  types: {
    Interface: {
      label: 'line reader',
      kind: 'value',
      extends: ['node:events#EventEmitter'],
      members: {
        close: { closes: { style: 'sync', drains: false } },
        '@@dispose': { closes: { style: 'sync', drains: false } },
        question: { calls: [{ at: 'last', role: 'completion' }] },
      },
      events: { line: { role: 'event' }, SIGINT: { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin });
lines.on('line', (line) => console.log(line));

process.once('SIGTERM', () => {
  lines.close(); // close
  process.exit(0);
});
`,
      opens: ['Interface'],
      live: false,
    },
  ],
};
