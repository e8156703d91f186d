import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Sends SIGINT, not SIGTERM, then SIGKILL after `kill_timeout`, 1600 ms by default. Read in `constants.js`, `lib/God/Methods.js`. */
export const pm2: Library = {
  name: 'pm2',
  manual: 'https://pm2.keymetrics.io/docs/usage/signals-clean-restart/',
  verified: 'source',
  exports: {
    ...each('connect start stop restart reload list describe', { calls: [{ at: 'last', role: 'completion' }] }),
    disconnect: { closes: { style: 'sync', drains: false } },
  },
  examples: [
    {
      code: `import pm2 from 'pm2';

pm2.connect(() => {
  pm2.start('server.js', () => pm2.disconnect());
});
`,
      opens: [],
      live: false,
    },
  ],
};
