import type { Library } from '../shape.js';

/** Read in `index.js`: `listen()` registers the signals; closes what it was given, 5000 ms at most by default, then exits. */
export const ladjsGraceful: Library = {
  name: '@ladjs/graceful',
  manual: 'https://github.com/ladjs/graceful#readme',
  verified: 'source',
  exports: {
    default: {
      returns: 'Graceful',
      opens: false,
      owns: ['0.servers.*', '0.redisClients.*', '0.mongooses.*', '0.brees.*'],
      calls: [{ at: '0.customHandlers.*', role: 'shutdown', awaited: true }],
    },
  },
  types: {
    Graceful: {
      label: 'graceful',
      kind: 'helper',
      members: {
        listen: { signals: { handles: ['SIGTERM', 'SIGHUP', 'SIGINT'], then: 'exit', idempotent: true, deadline: 5000, closes: 'this' } },
        exit: { promise: true, closes: { style: 'promise', drains: true, deadline: 5000 } },
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Graceful from '@ladjs/graceful';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const graceful = new Graceful({ servers: [server] });
graceful.listen(); // close
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: '',
    },
  ],
};
