import type { Library } from '../shape.js';

/** For development: restarts the program with SIGUSR2. Read in `lib/config/defaults.js`. */
export const nodemon: Library = {
  name: 'nodemon',
  manual: 'https://github.com/remy/nodemon#controlling-shutdown-of-your-script',
  verified: 'source',
  exports: { default: { returns: 'Nodemon', opens: false } },
  types: {
    Nodemon: { label: 'nodemon', kind: 'process', events: { '*': { role: 'event' } } },
  },
  examples: [
    {
      code: `import nodemon from 'nodemon';

nodemon({ script: 'server.js' });
`,
      opens: [],
      live: false,
    },
  ],
};
