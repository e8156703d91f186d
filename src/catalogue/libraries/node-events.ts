import { each } from '../members.js';
import type { Library } from '../shape.js';

export const nodeEvents: Library = {
  name: 'node:events',
  manual: 'https://nodejs.org/docs/latest/api/events.html#eventsonceemitter-name-options',
  verified: 'measured',
  exports: {
    default: { returns: 'EventEmitter', opens: true },
    EventEmitter: { returns: 'EventEmitter', opens: true },
    once: { awaitsEvent: true, promise: true, abort: '2.signal' },
    on: { abort: '2.signal' },
    setMaxListeners: {},
  },
  types: {
    EventEmitter: {
      label: 'event emitter',
      kind: 'value',
      members: {
        ...each('on once addListener prependListener prependOnceListener off removeListener removeAllListeners setMaxListeners', {
          returns: 'this',
        }),
        ...each('emit listenerCount listeners eventNames', {}),
      },
      events: { '*': { role: 'event' } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { once } from 'node:events';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close();
  await once(server, 'close'); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: "once(server, 'close');",
    },
  ],
};
