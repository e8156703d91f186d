import type { Library } from '../shape.js';

/** Lowers itself and exits on signals. Read in `lib/app/private/initialize.js`, `lib/app/lower.js`. */
export const sails: Library = {
  name: 'sails',
  manual: 'https://sailsjs.com/documentation/reference/application/sails-lower',
  verified: 'source',
  answers: 'sails',
  exports: {
    default: { is: 'Sails' },
    Sails: { returns: 'Sails', opens: true, members: { Sails: { returns: 'Sails', opens: true } } },
    constructor: { returns: 'Sails', opens: true },
  },
  types: {
    Sails: {
      label: 'Sails app',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      members: {
        lift: {
          starts: true,
          signals: { handles: ['SIGINT', 'SIGTERM', 'SIGUSR2'], then: 'exit' },
          calls: [{ at: 'last', role: 'listening' }],
        },
        lower: { closes: { style: 'callback', drains: true } },
        load: { calls: [{ at: 'last', role: 'startup' }] },
        log: { logs: true },
      },
    },
  },
  examples: [
    {
      code: `import sails from 'sails';

sails.lift({ port: 1337 });
`,
      opens: [],
      live: true,
    },
  ],
};
