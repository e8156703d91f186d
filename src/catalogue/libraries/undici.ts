import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: `close()` waits for running requests, `destroy()` rejects them; idle sockets do not hold the process. */
export const undici: Library = {
  name: 'undici',
  manual: 'https://undici.nodejs.org/#/docs/api/Dispatcher?id=dispatcherclosecallback-promise',
  verified: 'measured',
  exports: {
    ...each('fetch request stream pipeline', { promise: true, io: { timeout: ['1.signal', '1.headersTimeout', '1.bodyTimeout'] } }),
    ...each('Agent Pool Client BalancedPool ProxyAgent RetryAgent', { returns: 'Dispatcher', opens: true }),
    ...each('setGlobalDispatcher getGlobalDispatcher Headers FormData', {}),
  },
  types: {
    Dispatcher: {
      label: 'HTTP client',
      kind: 'client',
      phase: 'close-dependencies',
      timeouts: ['0.headersTimeout', '1.headersTimeout', '0.bodyTimeout', '1.bodyTimeout'],
      members: {
        close: { promise: true, closes: { style: 'either', drains: true } },
        destroy: { promise: true, closes: { style: 'either', drains: false, forced: true } },
        ...each('request stream pipeline connect upgrade', {
          promise: true,
          io: { timeout: ['0.signal', '0.headersTimeout', '0.bodyTimeout'] },
        }),
      },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { Pool } from 'undici';

const inventory = new Pool('http://inventory', { headersTimeout: 500 });
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  await inventory.close(); // close
  process.exit(0);
});
`,
      opens: ['Dispatcher', 'node:http#Server'],
      live: true,
      notClosed: 'inventory.close();',
    },
  ],
};
