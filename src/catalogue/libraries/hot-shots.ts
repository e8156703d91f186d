import { each } from '../members.js';
import type { Example, Library, ThingType } from '../shape.js';

const client: ThingType = {
  label: 'StatsD client',
  kind: 'telemetry',
  phase: 'flush-telemetry',
  members: {
    close: { closes: { style: 'callback', drains: true } },
    ...each('increment decrement gauge histogram timing set distribution event check', { logs: true }),
    childClient: { returns: 'this' },
  },
  events: { '*': { role: 'event' } },
};

const exampleOf = (name: string): Example => ({
  code: `import http from 'node:http';
import StatsD from '${name}';

const metrics = new StatsD();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await new Promise((resolve) => metrics.close(resolve)); // close
  process.exit(0);
});
`,
  opens: ['StatsD', 'node:http#Server'],
  live: true,
  notClosed: 'await metrics.close();',
});

/** Only the callback tells the end. */
export const hotShots: readonly Library[] = [
  {
    // Read in `lib/transport.js` and `lib/statsd.js`: sockets are unreferenced, and nothing waits in a buffer unless one is asked for.
    name: 'hot-shots',
    manual: 'https://github.com/brightcove/hot-shots#closing',
    verified: 'source',
    exports: { default: { returns: 'StatsD', opens: true }, StatsD: { returns: 'StatsD', opens: true } },
    types: { StatsD: client },
    examples: [exampleOf('hot-shots')],
  },
  {
    // From their declarations: the socket holds the process.
    name: 'node-statsd',
    modules: ['node-statsd', 'statsd-client'],
    manual: 'https://github.com/sivy/node-statsd#usage',
    verified: 'manual',
    exports: { default: { returns: 'StatsD', opens: true }, StatsD: { returns: 'StatsD', opens: true } },
    types: { StatsD: { ...client, needsClose: true, keepsAlive: true } },
    examples: [exampleOf('node-statsd')],
  },
];
