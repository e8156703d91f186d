import type { Library } from '../shape.js';

/** Read in `index.js` of 7.1: one listener, taken away with the first event, and a promise of what the event brings. Named since 5, the default before. */
export const pEvent: Library = {
  name: 'p-event',
  manual: 'https://github.com/sindresorhus/p-event#api',
  verified: 'source',
  exports: {
    default: { awaitsEvent: true, promise: true, abort: '2.signal' },
    pEvent: { awaitsEvent: true, promise: true, abort: '2.signal' },
    pEventMultiple: { promise: true, abort: '2.signal' },
    pEventIterator: { abort: '2.signal' },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { pEvent } from 'p-event';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close();
  await pEvent(server, 'close'); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: "pEvent(server, 'close');",
    },
  ],
};
