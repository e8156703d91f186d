import type { Library } from '../shape.js';

/** Idle sockets are unreferenced. From its declarations. */
export const agentkeepalive: Library = {
  name: 'agentkeepalive',
  manual: 'https://github.com/node-modules/agentkeepalive#readme',
  verified: 'manual',
  exports: {
    default: { returns: 'Agent', opens: true },
    HttpAgent: { returns: 'Agent', opens: true },
    HttpsAgent: { returns: 'Agent', opens: true },
  },
  types: {
    Agent: {
      label: 'HTTP agent',
      kind: 'client',
      phase: 'close-dependencies',
      members: { destroy: { closes: { style: 'sync', drains: false } } },
    },
  },
  examples: [
    {
      code: `import http from 'node:http';
import Agent from 'agentkeepalive';

const agent = new Agent();
const server = http.createServer((request, response) => response.end('ok')).listen(3000);

process.once('SIGTERM', async () => {
  setTimeout(() => process.exit(1), 10_000).unref();
  await new Promise((resolve) => server.close(resolve));
  agent.destroy(); // close
  process.exit(0);
});
`,
      opens: ['Agent', 'node:http#Server'],
      live: true,
    },
  ],
};
