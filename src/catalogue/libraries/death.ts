import type { Library } from '../shape.js';

/** Read in `lib/death.js`: only registers the listener for the signals, exits nothing by itself. */
export const death: Library = {
  name: 'death',
  manual: 'https://github.com/jprichardson/node-death#usage',
  verified: 'source',
  exports: {
    default: { signals: { handles: ['SIGINT', 'SIGTERM', 'SIGQUIT'], then: 'nothing' }, calls: [{ at: 'last', role: 'shutdown' }] },
  },
  examples: [
    {
      code: `import http from 'node:http';
import onDeath from 'death';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
onDeath(() => {
  server.close(() => process.exit(0)); // close
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'server.close(); process.exit(0);',
    },
  ],
};
