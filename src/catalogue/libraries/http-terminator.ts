import { each } from '../members.js';
import type { Library } from '../shape.js';

/** Measured: `terminate()` waits `gracefulTerminationTimeout`, 1000 ms by default, then destroys the sockets that are left. */
export const httpTerminator: Library = {
  name: 'http-terminator',
  manual: 'https://github.com/gajus/http-terminator#usage',
  verified: 'measured',
  sweeps: 'terminator',
  exports: { ...each('createHttpTerminator createInternalHttpTerminator', { returns: 'HttpTerminator', opens: true, owns: ['0.server'] }) },
  types: {
    HttpTerminator: {
      label: 'HTTP terminator',
      kind: 'server',
      phase: 'stop-accepting',
      members: { terminate: { promise: true, closes: { style: 'promise', drains: true, deadline: 1000, idempotent: true } } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import { createHttpTerminator } from 'http-terminator';

const server = http.createServer((request, response) => response.end('ok')).listen(3000);
const terminator = createHttpTerminator({ server });

process.once('SIGTERM', async () => {
  await terminator.terminate(); // close
  process.exit(0);
});
`,
      opens: ['node:http#Server'],
      live: true,
      notClosed: 'terminator.terminate();',
    },
  ],
};
