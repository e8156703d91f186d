import type { Library, Member } from '../shape.js';

const create: Member = {
  returns: 'Server',
  opens: true,
  owns: ['0', '1'],
  calls: [{ at: 'last', role: 'request', parameters: ['node:http#IncomingMessage', 'node:http#ServerResponse'] }],
};
const request: Member = {
  returns: 'node:http#ClientRequest',
  opens: false,
  io: { timeout: ['0.timeout', '1.timeout', '0.signal', '1.signal'] },
  calls: [{ at: 'last', role: 'event', parameters: ['node:http#IncomingMessage'] }],
};

/** Measured together with `node:http`. */
export const nodeHttps: Library = {
  name: 'node:https',
  manual: 'https://nodejs.org/docs/latest/api/https.html#serverclosecallback',
  verified: 'measured',
  exports: { createServer: create, Server: create, request, get: request, Agent: { returns: 'Agent', opens: true } },
  types: {
    Server: {
      label: 'HTTPS server',
      kind: 'server',
      phase: 'stop-accepting',
      keepsAlive: true,
      needsClose: true,
      extends: ['node:http#Server'],
    },
    Agent: { label: 'HTTPS agent', kind: 'client', phase: 'close-dependencies', extends: ['node:http#Agent'] },
  },
  examples: [
    {
      code: `import https from 'node:https';
import { once } from 'node:events';

const server = https.createServer({}, (request, response) => response.end('ok')).listen(3443);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  server.close(); // close
  await once(server, 'close');
  process.exit(0);
});
`,
      opens: ['Server'],
      live: true,
      notClosed: '',
    },
  ],
};
